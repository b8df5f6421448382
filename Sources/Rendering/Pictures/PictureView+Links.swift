extension PictureView {
    /// The same picture for the page that some of its links lead to: an address there begins otherwise.
    ///
    /// Drawing is the dearest part of an event's pages, so the strip is drawn once for two of them.
    func linking(to new: StaticString, insteadOf old: StaticString) -> PictureView {
        func changed(_ parts: [[UInt8]]) -> [[UInt8]] { parts.map { replacingLinks($0, old, new) } }
        return PictureView(wide: changed(wide), narrow: changed(narrow))
    }
}

/// Puts another beginning before every address that begins with the old one. In text a quotation mark is always escaped,
/// so that only attributes are met.
private func replacingLinks(_ bytes: [UInt8], _ old: StaticString, _ new: StaticString) -> [UInt8] {
    let wanted = Array("href=\"".utf8) + Array(old.description.utf8)
    let other = Array("href=\"".utf8) + Array(new.description.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    bytes.withUnsafeBufferPointer { bytes in
        wanted.withUnsafeBufferPointer { wanted in
            var start = 0
            var index = 0
            let last = bytes.count - wanted.count
            while index <= last {
                guard bytes[index] == wanted[0] else {
                    index += 1
                    continue
                }
                var length = 1
                while length < wanted.count, bytes[index + length] == wanted[length] { length += 1 }
                guard length == wanted.count else {
                    index += 1
                    continue
                }
                result.append(contentsOf: bytes[start..<index])
                result.append(contentsOf: other)
                index += length
                start = index
            }
            result.append(contentsOf: bytes[start...])
        }
    }
    return result
}

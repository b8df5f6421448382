extension PictureView {
    /// The same picture for the page that some of its links lead to: an address there begins otherwise.
    ///
    /// Drawing is the most expensive part of an event's pages, so the strip is drawn once for two of them.
    func linking(to new: String, insteadOf old: String) -> PictureView {
        func changed(_ parts: [[UInt8]]) -> [[UInt8]] { parts.map { replacingLinks($0, old, new) } }
        return PictureView(wide: changed(wide), narrow: changed(narrow))
    }
}

/// Puts another beginning before every address that begins with the old one. In text a quotation mark is always escaped,
/// so that only attributes are met.
private func replacingLinks(_ bytes: [UInt8], _ old: String, _ new: String) -> [UInt8] {
    let wanted = Array("href=\"".utf8) + Array(old.utf8)
    let other = Array("href=\"".utf8) + Array(new.utf8)
    // Horspool's search: the byte at the end of a place tells how far on the next place is at which it could be met.
    var steps = [Int](repeating: wanted.count, count: 256)
    for (index, byte) in wanted.dropLast().enumerated() { steps[Int(byte)] = wanted.count - 1 - index }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var copied = 0
    var end = wanted.count - 1
    while end < bytes.count {
        let start = end - wanted.count + 1
        if bytes[end] == wanted[wanted.count - 1], bytes[start...end].elementsEqual(wanted) {
            result.append(contentsOf: bytes[copied..<start])
            result.append(contentsOf: other)
            copied = end + 1
            end += wanted.count
        } else {
            end += steps[Int(bytes[end])]
        }
    }
    result.append(contentsOf: bytes[copied...])
    return result
}

import Bytes

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Bytes of libcmark and libyaml.
extension UnsafeBufferPointer<UInt8> {
    /// The bytes of a C string without the NUL; empty for nil.
    init(cString text: UnsafePointer<CChar>?) {
        guard let text else {
            self.init(start: nil, count: 0)
            return
        }
        self.init(start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: strlen(text))
    }

    /// The first index of a byte from a start on; nil if there is none.
    func index(of byte: UInt8, from start: Int) -> Int? { span.firstIndex(of: byte, from: start) }
}

extension String {
    /// The text of bytes that are UTF-8; nil of others. Where lines of years are read it is far cheaper than `init(validating:as:)`, which looks
    /// up its generic types for each text.
    public init?(utf8 bytes: UnsafeRawBufferPointer) {
        let text = bytes.withMemoryRebound(to: UInt8.self) { bytes -> String? in
            do { return String(copying: try UTF8Span(validating: bytes.span)) } catch { return nil }
        }
        guard let text else { return nil }
        self = text
    }
}

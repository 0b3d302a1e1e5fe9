extension Unicode.Scalar {
    /// Whether the character could do harm to a terminal or hide what a line says: C0, DEL, C1 and the bidirectional controls.
    public var isHarmful: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x2028...0x2029: true
        default: false
        }
    }
}

extension Unicode.Scalar {
    /// Nothing of it shows: zero-width spaces, soft hyphens, fillers and the like, which a paste brings along.
    public var isSilent: Bool { value > 0x7F && (properties.isDefaultIgnorableCodePoint || properties.generalCategory == .format) }
}

extension Unicode.Scalar {
    /// A character of ASCII for its full-width form; itself otherwise.
    fileprivate var inHalfWidth: Unicode.Scalar { (0xFF01...0xFF5E).contains(value) ? Unicode.Scalar(value - 0xFEE0) ?? self : self }
}

extension Unicode.Scalar {
    /// It stands for a control character: ␀ … ␡.
    fileprivate var isPicture: Bool { (0x2400...0x2421).contains(value) }
}

extension String {
    /// The text without characters of which nothing shows, and without blanks at its ends.
    public var shown: String {
        let scalars = unicodeScalars.contains(where: \.isSilent) ? String.UnicodeScalarView(unicodeScalars.filter { !$0.isSilent }) : unicodeScalars
        let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
        guard let first = scalars.firstIndex(where: { !isBlank($0) }), let last = scalars.lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(scalars[first...last])
    }

    /// The text with every harmful character shown instead of sent: C0 and DEL as control pictures (␀ … ␡), the others as �.
    public var cleaned: String {
        guard unicodeScalars.contains(where: \.isHarmful) else { return self }
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0..<0x20: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
            case 0x7F: result.append("\u{2421}")
            default: result.append(scalar.isHarmful ? "\u{FFFD}" : scalar)
            }
        }
        return String(result)
    }

    /// The text without the pictures of control characters, which `cleaned` has shown.
    public var withoutPictures: String {
        guard unicodeScalars.contains(where: \.isPicture) else { return self }
        return String(UnicodeScalarView(unicodeScalars.filter { !$0.isPicture }))
    }

    /// The text without all that could stand unseen within a number: what of it is nothing to see, or stands for what was none.
    public var countable: String {
        let text = withoutPictures
        func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
            scalar.isSilent || scalar == "\u{FFFD}" || scalar == "\u{2800}" || scalar.value > 0x7F && scalar != "\u{3000}" && scalar.properties.isWhitespace
        }
        guard text.unicodeScalars.contains(where: isUnseen) else { return text }
        return String(UnicodeScalarView(text.unicodeScalars.filter { !isUnseen($0) }))
    }

    /// The same of a text of several lines, which stay lines.
    public var linesCleaned: String {
        guard unicodeScalars.contains(where: { $0.isHarmful && $0 != "\n" }) else { return self }
        return split(separator: "\n", omittingEmptySubsequences: false).map { String($0).cleaned }.joined(separator: "\n")
    }

    /// As one line of cleaned text: what stood in several is parted by a space.
    public var oneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ").cleaned }

    /// Full-width ASCII as ASCII.
    public var inHalfWidth: String { String(UnicodeScalarView(unicodeScalars.map(\.inHalfWidth))) }

    /// The text for finding: full-width ASCII as ASCII, the ideographic space as a space, letters in lower case.
    public var folded: String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars { result.append(scalar.value == 0x3000 ? " " : scalar.inHalfWidth) }
        return String(result).lowercased()
    }

    /// Where `text` stands, as people find it: in whatever case and width.
    public func places(of text: String) -> [Range<String.Index>] {
        let wanted = text.map { String($0).folded }
        guard !wanted.isEmpty else { return [] }
        let (indices, here) = (Array(indices), map { String($0).folded })
        var (places, index) = ([] as [Range<String.Index>], 0)
        while index + wanted.count <= here.count {
            guard here[index..<index + wanted.count].elementsEqual(wanted) else {
                index += 1
                continue
            }
            let end = index + wanted.count
            places.append(indices[index]..<(end < indices.count ? indices[end] : endIndex))
            index = end
        }
        return places
    }
}

extension Character {
    /// One of 0 to 9: 千 and 萬 are numbers for Unicode, but they are parts of names here.
    public var isDigit: Bool { isASCII && isNumber }
}

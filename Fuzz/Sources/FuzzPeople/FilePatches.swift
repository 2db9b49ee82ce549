// SPDX-License-Identifier: Apache-2.0

/// An index file, or one of details, with changes that an input describes, small as it is beside the file: each is a byte that says the kind, a
/// part, and what the kind needs.
public struct FilePatches {
    public private(set) var file: [UInt8]
    private var input: ArraySlice<UInt8>
    /// Whether checksums are made to fit again, so that the changes are read.
    private var isSealed = true

    public init(_ file: [UInt8], _ input: [UInt8]) {
        self.file = file
        self.input = input[...]
        while let kind = self.input.popFirst() { apply(kind % 8) }
        if isSealed { FileSeal.seal(&self.file) }
    }

    private mutating func apply(_ kind: UInt8) {
        let part = Int(input.popFirst() ?? 0) % FileSeal.partCount(file)
        switch kind {
        case 0, 1:
            // Some bytes of a part.
            let range = FileSeal.part(part, in: file)
            guard !range.isEmpty else { return }
            let start = range.lowerBound + Int(number(3)) % range.count
            let length = min(Int(input.popFirst() ?? 0) % 16 + 1, range.upperBound - start)
            for place in start..<start + length { file[place] = input.popFirst() ?? 0xFF }
        case 2: FileSeal.setStart(number(8), of: part, in: &file)
        case 3: FileSeal.setLength(number(8), of: part, in: &file)
        case 4:
            // Another part in its place, of bytes given.
            let length = Int(number(2)) % 512
            let bytes = input.prefix(length)
            input = input.dropFirst(length)
            FileSeal.setStart(UInt64(file.count), of: part, in: &file)
            FileSeal.setLength(UInt64(bytes.count), of: part, in: &file)
            file += bytes
            FileSeal.setWord(3, UInt64(file.count), in: &file)
        case 5:
            // A number of the header: magic, version, residents, length, tables.
            FileSeal.setWord(part % 5, number(8), in: &file)
        case 6:
            let length = Int(number(3))
            if length < file.count { file.removeSubrange(length...) }
            if file.count >= FileSeal.headerBytes { FileSeal.setWord(3, UInt64(file.count), in: &file) }
        default: isSealed = false
        }
    }

    /// The next bytes as a number.
    private mutating func number(_ length: Int) -> UInt64 {
        (0..<length).reduce(0) { value, place in value | UInt64(input.popFirst() ?? 0) << UInt64(place * 8) }
    }
}

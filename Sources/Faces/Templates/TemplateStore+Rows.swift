// SPDX-License-Identifier: Apache-2.0

extension TemplateStore {
    /// Templates from rows of signed bytes as other programs write them: searched as they are, nothing is normalised.
    /// - Parameters:
    ///   - rows: whole rows, one behind the other.
    ///   - dimensions: bytes of a row, 1...128; shorter rows are as if followed by zeros.
    public init(rows: UnsafeRawBufferPointer, dimensions: Int) {
        self.init()
        let templates = FaceTemplate.rows(rows, dimensions: dimensions)
        reserve(templates.count)
        for template in templates { append(template) }
    }
}

extension FaceTemplate {
    /// Templates of rows of signed bytes, each 1...128 long; see ``TemplateStore/init(rows:dimensions:)``.
    public static func rows(
        _ rows: UnsafeRawBufferPointer, dimensions: Int
    ) -> LazyMapCollection<Range<Int>, FaceTemplate> {
        precondition((1...dimension).contains(dimensions) && rows.count % dimensions == 0, "no whole rows")
        return (0..<rows.count / dimensions).lazy.map { row in
            var bytes = [Int8](repeating: 0, count: dimension)
            for place in 0..<dimensions { bytes[place] = Int8(bitPattern: rows[row * dimensions + place]) }
            return FaceTemplate(stored: bytes)
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

/// Remembers what the few labels of a column mean, so that each is read once and not in every row.
struct LabelMemo<Value: BitwiseCopyable> {
    /// The first bytes of a label, and how many it has.
    private struct Label: BitwiseCopyable {
        var words = SIMD4<UInt64>(repeating: 0)

        init(_ text: UnsafeBufferPointer<UInt8>) {
            withUnsafeMutableBytes(of: &words) { bytes in
                bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(text).prefix(24)))
            }
            words[3] = UInt64(text.count)
        }
    }

    private var labels: [Label] = []
    private var values: [Value] = []
    /// Labels that only a broken extract has are not remembered for ever.
    private static var mostLabels: Int { 64 }

    /// What a label means: asked of `read` the first time, which looks at no more than twenty-four bytes and the count.
    mutating func value(_ text: UnsafeBufferPointer<UInt8>, _ read: (UnsafeBufferPointer<UInt8>) -> Value?) -> Value? {
        let label = Label(text)
        for place in labels.indices where labels[place].words == label.words { return values[place] }
        guard let value = read(text) else { return nil }
        if labels.count < Self.mostLabels {
            labels.append(label)
            values.append(value)
        }
        return value
    }
}

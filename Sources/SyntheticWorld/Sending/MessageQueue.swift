// SPDX-License-Identifier: Apache-2.0

/// A binary heap of planned messages, the earliest first; ties are broken by voyage and number.
struct MessageQueue {
    struct Entry: Comparable {
        let sentAt: Int
        let voyage: Int
        let number: Int
        /// Where the stream keeps the voyage.
        let place: Int

        static func < (a: Entry, b: Entry) -> Bool {
            (a.sentAt, a.voyage, a.number) < (b.sentAt, b.voyage, b.number)
        }
    }

    private var heap: [Entry] = []

    var first: Entry? { heap.first }

    mutating func insert(_ entry: Entry) {
        heap.append(entry)
        var child = heap.count - 1
        while child > 0, heap[child] < heap[(child - 1) / 2] {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func removeFirst() {
        guard let last = heap.popLast(), !heap.isEmpty else { return }
        heap[0] = last
        var parent = 0
        while true {
            var child = parent * 2 + 1
            guard child < heap.count else { return }
            if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
            guard heap[child] < heap[parent] else { return }
            heap.swapAt(child, parent)
            parent = child
        }
    }
}

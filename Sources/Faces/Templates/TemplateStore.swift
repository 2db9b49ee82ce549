// SPDX-License-Identifier: Apache-2.0

internal import CFaceKernels

/// Templates in the layout of the search: blocks of 16 whose bytes lie interleaved, each beside its narrow form, which tells
/// of most blocks that they hold no hit (see CFaceKernels.h). 192 bytes a template.
public struct TemplateStore: Sendable {
    /// The most templates that a pass keeps for a probe.
    public static let maximumKept = 64
    private static let lanes = cermat_face_block_templates
    private static let linesPerBlock = FaceTemplate.dimension / 4
    private static let codeLinesPerBlock = FaceTemplate.dimension / 8

    /// 64 bytes each, so that every load of the kernel is of one line of the cache.
    private var lines: [SIMD64<UInt8>] = []
    /// Four bits for each byte of a block.
    private var codes: [SIMD64<UInt8>] = []
    /// One for each block; a block that is not full has none and is always read.
    private var bounds: [cermat_face_bound] = []
    /// How many templates there are.
    public private(set) var count = 0

    public init() {}

    /// Makes room before many are added.
    public mutating func reserve(_ count: Int) {
        let blocks = (count + TemplateStore.lanes - 1) / TemplateStore.lanes
        lines.reserveCapacity(blocks * TemplateStore.linesPerBlock)
        codes.reserveCapacity(blocks * TemplateStore.codeLinesPerBlock)
        bounds.reserveCapacity(blocks)
    }

    /// Adds a template behind the others. Complexity: O(1) amortised.
    public mutating func append(_ template: FaceTemplate) {
        if count % TemplateStore.lanes == 0 {
            lines.append(contentsOf: repeatElement(SIMD64(repeating: 128), count: TemplateStore.linesPerBlock))
            codes.append(contentsOf: repeatElement(SIMD64(repeating: 0), count: TemplateStore.codeLinesPerBlock))
            bounds.append(cermat_face_bound())
        }
        count += 1
        write(template.bytes, at: count - 1)
        if count % TemplateStore.lanes == 0 { narrow(block: count / TemplateStore.lanes - 1) }
    }

    /// Takes a template out; the last one takes its place. Complexity: O(1).
    public mutating func remove(at index: Int) {
        precondition(index >= 0 && index < count, "no such template")
        write(template(at: count - 1).bytes, at: index)
        write([Int8](repeating: 0, count: FaceTemplate.dimension), at: count - 1)
        count -= 1
        let (last, changed) = (count / TemplateStore.lanes, index / TemplateStore.lanes)
        bounds[last] = cermat_face_bound()
        if changed < last { narrow(block: changed) }
        if count % TemplateStore.lanes == 0 {
            lines.removeLast(TemplateStore.linesPerBlock)
            codes.removeLast(TemplateStore.codeLinesPerBlock)
            bounds.removeLast()
        }
    }

    /// The template at a place below ``count``.
    public func template(at index: Int) -> FaceTemplate {
        precondition(index >= 0 && index < count, "no such template")
        let (line, lane) = place(index)
        let bytes = (0..<FaceTemplate.dimension).map {
            Int8(bitPattern: lines[line + $0 / 4][lane + $0 % 4] &- 128)
        }
        return FaceTemplate(stored: bytes)
    }

    /// Compares every probe with every template in one pass and keeps the best whose score reaches the threshold.
    /// - Parameters:
    ///   - threshold: the least integer score.
    ///   - keep: the most hits of a probe, 1...64.
    ///   - part: which templates; all by default. Its start is a multiple of 16.
    public func search(
        _ probes: [FaceTemplate], threshold: Int32, keep: Int, level: SearchLevel = .best, part: Range<Int>? = nil
    ) -> [[TemplateHit]] {
        let range = part ?? 0..<count
        precondition(range.lowerBound >= 0 && range.upperBound <= count && range.lowerBound % TemplateStore.lanes == 0)
        let kept = max(1, min(TemplateStore.maximumKept, keep))
        guard !probes.isEmpty, !range.isEmpty else { return probes.map { _ in [] } }
        var probeBytes: [Int8] = []
        probeBytes.reserveCapacity(probes.count * FaceTemplate.dimension)
        for probe in probes { probeBytes += probe.bytes }
        var hits = [cermat_face_hit](repeating: cermat_face_hit(), count: probes.count * kept)
        var found = [UInt32](repeating: 0, count: probes.count)
        lines.withUnsafeBytes { blocks in
            codes.withUnsafeBytes { codes in
                bounds.withUnsafeBufferPointer { bounds in
                    var narrow = cermat_face_narrow(
                        codes: codes.bindMemory(to: UInt8.self).baseAddress, bounds: bounds.baseAddress)
                    cermat_face_scan(
                        min(level.rawValue, SearchLevel.best.rawValue), blocks.bindMemory(to: UInt8.self).baseAddress,
                        &narrow, UInt32(range.lowerBound), UInt32(range.count), probeBytes, probes.count, threshold,
                        UInt32(kept), &hits, &found)
                }
            }
        }
        return probes.indices.map { probe in
            hits[probe * kept..<probe * kept + Int(found[probe])].map {
                TemplateHit(index: Int($0.index), score: $0.score)
            }
        }
    }

    /// The same by several tasks, each over a part of the templates.
    public func search(
        _ probes: [FaceTemplate], threshold: Int32, keep: Int, level: SearchLevel = .best, workers: Int
    ) async -> [[TemplateHit]] {
        let blocks = (count + TemplateStore.lanes - 1) / TemplateStore.lanes
        let share = max(256, (blocks + max(1, workers) - 1) / max(1, workers)) * TemplateStore.lanes
        guard workers > 1, share < count else {
            return search(probes, threshold: threshold, keep: keep, level: level)
        }
        return await withTaskGroup(of: [[TemplateHit]].self) { group in
            for start in stride(from: 0, to: count, by: share) {
                group.addTask {
                    search(
                        probes, threshold: threshold, keep: keep, level: level, part: start..<min(count, start + share))
                }
            }
            var all = [[TemplateHit]](repeating: [], count: probes.count)
            for await part in group { for probe in probes.indices { all[probe] += part[probe] } }
            return all.map { Array($0.sorted().prefix(max(1, min(TemplateStore.maximumKept, keep)))) }
        }
    }

    private func place(_ index: Int) -> (line: Int, lane: Int) {
        (index / TemplateStore.lanes * TemplateStore.linesPerBlock, index % TemplateStore.lanes * 4)
    }

    /// Makes the narrow form of a full block.
    private mutating func narrow(block: Int) {
        lines.withUnsafeBytes { lines in
            codes.withUnsafeMutableBytes { codes in
                let (from, to) = (
                    block * Int(cermat_face_block_bytes), block * Int(cermat_face_narrow_bytes)
                )
                bounds[block] = cermat_face_narrow_block(
                    lines.bindMemory(to: UInt8.self).baseAddress?.advanced(by: from),
                    codes.bindMemory(to: UInt8.self).baseAddress?.advanced(by: to))
            }
        }
    }

    private mutating func write(_ bytes: [Int8], at index: Int) {
        let (line, lane) = place(index)
        for (number, byte) in bytes.enumerated() {
            lines[line + number / 4][lane + number % 4] = UInt8(bitPattern: byte) &+ 128
        }
    }
}

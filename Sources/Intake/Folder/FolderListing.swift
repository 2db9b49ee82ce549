// SPDX-License-Identifier: Apache-2.0

/// What tells one state of a file from another.
struct FileStamp: Hashable, Sendable {
    var inode: UInt64
    var sizeBytes: Int64
    var modifiedNanoseconds: Int64
}

/// Which files of a watched folder are whole: a pure state machine over what each look at the folder finds.
struct FolderListing: Sendable {
    private struct Sighting {
        var stamp: FileStamp
        var sinceMilliseconds: Int64
    }

    /// The end of the names of files that are still being written.
    static let partSuffix = ".part"

    private let settleMilliseconds: Int64
    private var sightings: [String: Sighting] = [:]
    private var partInodes: Set<UInt64> = []

    init(settleMilliseconds: Int) { self.settleMilliseconds = Int64(settleMilliseconds) }

    /// Takes note of the folder and returns the names of whole files, in order.
    ///
    /// A file is whole when it was seen as `*.part` and has another name now, or stayed as it is for the settling time.
    /// - Parameter now: milliseconds of a clock that never goes back.
    mutating func observe(_ files: [String: FileStamp], nowMilliseconds now: Int64) -> [String] {
        var whole: [String] = []
        var next: [String: Sighting] = [:]
        var parts = Set<UInt64>()
        for (name, stamp) in files {
            guard !name.hasSuffix(FolderListing.partSuffix) else {
                parts.insert(stamp.inode)
                continue
            }
            var sighting = Sighting(stamp: stamp, sinceMilliseconds: now)
            if let earlier = sightings[name], earlier.stamp == stamp { sighting = earlier }
            if partInodes.contains(stamp.inode) {
                // Keeps its word until it is gone: it stays whole however often it cannot be taken.
                parts.insert(stamp.inode)
                whole.append(name)
            } else if now - sighting.sinceMilliseconds >= settleMilliseconds {
                whole.append(name)
            }
            next[name] = sighting
        }
        sightings = next
        partInodes = parts
        return whole.sorted()
    }
}

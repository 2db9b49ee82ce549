// SPDX-License-Identifier: Apache-2.0

/// Takes the messages of files that appear in a folder, and moves each file to `taken/` once its messages are on disk.
///
/// A file is taken when it was renamed from `*.part`, or stayed unchanged for the settling time. A crash at any moment
/// loses nothing: a file not yet moved is taken again, and its messages are repeats.
public actor FolderWatcher {
    /// Files whose messages are stored, quarantined ones included.
    public static let takenFolder = "taken"
    /// Files over a limit: nothing of them was stored; a person has to cut them up.
    public static let refusedFolder = "refused"

    private let folder: String
    private let pipeline: IntakePipeline
    private let configuration: IntakeConfiguration
    private let events: @Sendable (FolderEvent) -> Void
    private var listing: FolderListing
    private var backoffSeconds = 0
    private var waitUntilMilliseconds: Int64 = .min

    /// - Parameter events: is told what happens to each file, for logs and for lines on standard output.
    public init(
        folder: String, pipeline: IntakePipeline, configuration: IntakeConfiguration = IntakeConfiguration(),
        events: @escaping @Sendable (FolderEvent) -> Void = { _ in }
    ) throws(IntakeError) {
        self.folder = folder
        self.pipeline = pipeline
        self.configuration = configuration
        self.events = events
        listing = FolderListing(settleMilliseconds: configuration.settleMilliseconds)
        try FolderFiles.makeFolder("\(folder)/\(FolderWatcher.takenFolder)")
        try FolderFiles.makeFolder("\(folder)/\(FolderWatcher.refusedFolder)")
    }

    /// Watches until the task is cancelled. A folder that cannot be read is tried again at the next look.
    public func run(clock: some Clock<Duration> = ContinuousClock()) async {
        let start = clock.now
        while !Task.isCancelled {
            await look(nowMilliseconds: start.duration(to: clock.now).milliseconds)
            do { try await clock.sleep(for: .milliseconds(configuration.pollMilliseconds)) } catch { return }
        }
    }

    /// Looks at the folder once and takes what is whole.
    ///
    /// - Parameter now: milliseconds of a clock that never goes back.
    public func look(nowMilliseconds now: Int64) async {
        let whole: [String]
        do {
            whole = listing.observe(
                try FolderFiles.list(folder, limit: configuration.filesLimit), nowMilliseconds: now)
        } catch {
            return events(.folderFailed(error))
        }
        guard now >= waitUntilMilliseconds else { return }
        for name in whole {
            guard !Task.isCancelled else { return }
            do {
                try await take(name)
                backoffSeconds = 0
            } catch .full(let retryAfterSeconds) {
                backoffSeconds = min(60, max(retryAfterSeconds, backoffSeconds * 2))
                waitUntilMilliseconds = now + Int64(backoffSeconds) * 1_000
                return events(.waiting(seconds: backoffSeconds))
            } catch {
                events(.failed(file: name, error))
            }
        }
    }

    private func take(_ name: String) async throws(IntakeError) {
        let path = "\(folder)/\(name)"
        let receipts: [IntakeReceipt]
        do {
            let (bytes, stamp) = try FolderFiles.read(path, limit: configuration.inputLimitBytes)
            receipts = try await pipeline.take(bytes, origin: name)
            // Written to meanwhile: it is not whole after all, and what was stored of it will be repeats.
            guard FolderFiles.stamp(of: path) == stamp else { return }
        } catch .tooLarge(let limit) {
            return try refuse(name, .tooLarge(limitBytes: limit))
        } catch .tooManyMessages(let limit) {
            return try refuse(name, .tooManyMessages(limit: limit))
        }
        try FolderFiles.move(name, from: folder, to: "\(folder)/\(FolderWatcher.takenFolder)")
        events(.taken(file: name, receipts))
    }

    private func refuse(_ name: String, _ error: IntakeError) throws(IntakeError) {
        try FolderFiles.move(name, from: folder, to: "\(folder)/\(FolderWatcher.refusedFolder)")
        events(.refused(file: name, error))
    }
}

/// What happened in a watched folder.
public enum FolderEvent: Hashable, Sendable {
    /// All messages of the file are on disk, and the file lies in `taken/`.
    case taken(file: String, [IntakeReceipt])
    /// The file is over a limit and lies in `refused/`.
    case refused(file: String, IntakeError)
    /// There is no room; nothing is taken for so long.
    case waiting(seconds: Int)
    /// The file could not be read or moved; it is tried again.
    case failed(file: String, IntakeError)
    /// The folder could not be read; it is tried again.
    case folderFailed(IntakeError)
}

extension Duration {
    /// Whole milliseconds.
    fileprivate var milliseconds: Int64 {
        components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
    }
}

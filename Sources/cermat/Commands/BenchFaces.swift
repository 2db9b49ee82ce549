// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Faces
internal import Foundation

/// `cermat bench faces`: exact search over templates, invented ones or rows of a file.
struct BenchFaces: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "faces",
        abstract: "The ten best of each query among all templates, exactly, equal scores by lower row.",
        discussion: """
            Files are rows of signed bytes without a header; the row's number is the id, and rows are searched as they are
            (integer product). "ids" holds a list for each query of the file, whatever the batch. Needs no face engine.
            """)

    @Option(help: "How many invented templates.")
    var templates = 1_000_000

    @Option(help: "Rows to search instead.")
    var file: String?

    @Option(help: "Rows to search for; needed with --file.")
    var queries: String?

    @Option(help: "Bytes of a row, 1 to 128.")
    var dimensions = FaceTemplate.dimension

    @Option(help: "Queries that are searched at once.")
    var batch = 1

    @Option(help: "Threads.")
    var threads = 2

    @Option(help: "For how many seconds to measure; every query is asked once at least.")
    var seconds = 3.0

    @Option(help: "The form of the search: plain, avx2 or vnni; the fastest by default.")
    var level: String?

    @Flag(help: "Print JSON (always on; accepted for uniformity).")
    var json = false

    func validate() throws {
        guard (1...20_000_000).contains(templates), (1...256).contains(threads), (1...65_536).contains(batch) else {
            throw ValidationError("templates must be 1 to 20000000, threads 1 to 256, batch 1 to 65536")
        }
        guard (1...FaceTemplate.dimension).contains(dimensions) else {
            throw ValidationError("dimensions must be 1 to \(FaceTemplate.dimension)")
        }
        guard (file == nil) == (queries == nil) else { throw ValidationError("--file and --queries belong together") }
    }

    func run() async throws {
        let form = try level.map { name in
            guard let form = SearchLevel.available.first(where: { "\($0)" == name }) else {
                throw ValidationError(
                    "this processor has \(SearchLevel.available.map { "\($0)" }.joined(separator: ", "))")
            }
            return form
        }
        var bench = SearchBench(templates: file == nil ? templates : 0)
        if let file, let queries {
            bench = SearchBench(
                store: try rows(of: file) { TemplateStore(rows: $0, dimensions: dimensions) },
                probes: try rows(of: queries) { Array(FaceTemplate.rows($0, dimensions: dimensions)) })
        }
        print(
            try SortedJSON.line(
                await bench.run(
                    level: form ?? .best, threads: threads, batch: batch, seconds: seconds, dimensions: dimensions)))
    }

    private func rows<Value>(of path: String, _ body: (UnsafeRawBufferPointer) -> Value) throws -> Value {
        try InputFile(path).withBytes { bytes in
            guard bytes.count >= dimensions, bytes.count % dimensions == 0, bytes.count / dimensions <= 20_000_000
            else {
                throw CommandFailure.exit("\(path) does not hold 1 to 20000000 whole rows of \(dimensions) bytes")
            }
            return body(UnsafeRawBufferPointer(bytes))
        }
    }
}

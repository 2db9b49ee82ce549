// SPDX-License-Identifier: Apache-2.0

/// What the host tells a reader's program on its standard input, one line each.
public enum HostCommand: Hashable, Sendable {
    /// To be answered by any line within ``ReaderSession/answerMilliseconds``.
    case ping
    /// The reading reached the officer: the reader may show green.
    case taken(UInt32)
    /// It did not: nobody is on duty, or the desk is away.
    case refused(UInt32)
    /// The program ends by itself, as it does at the end of its standard input.
    case stop

    /// The line, without its line feed.
    public var text: String {
        let head = ReaderLine.hostWord + " " + ReaderLine.version + " "
        return switch self {
        case .ping: head + "PING"
        case .taken(let number): head + "TAKEN id=\(number)"
        case .refused(let number): head + "REFUSED id=\(number)"
        case .stop: head + "STOP"
        }
    }

    /// Reads a line of the host, without its line feed.
    public init(_ line: some Collection<UInt8>) throws(ReaderLineError) {
        let (word, parts) = try ReaderLine.words(line, of: ReaderLine.hostWord)
        let hasNumber = word == "TAKEN" || word == "REFUSED"
        let fields = try ReaderFields(parts, known: hasNumber ? ["id"] : [])
        switch word {
        case "PING": self = .ping
        case "STOP": self = .stop
        case "TAKEN": self = .taken(try ReaderLine.count(try fields.required("id")))
        case "REFUSED": self = .refused(try ReaderLine.count(try fields.required("id")))
        default: throw .unknownWord
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

/// What the command line asks for.
struct Arguments {
    /// The exported log, or the bundle.
    var file: String?
    var isBundle = false
    var key: String?
    var checkpoints: String?

    /// Nil when the words are not understood.
    init?(_ words: some Sequence<String>) {
        var words = Array(words)[...]
        while let word = words.popFirst() {
            switch word {
            case "--bundle":
                guard file == nil, let value = words.popFirst() else { return nil }
                (file, isBundle) = (value, true)
            case "--key":
                guard key == nil, let value = words.popFirst() else { return nil }
                key = value
            case "--checkpoints":
                guard checkpoints == nil, let value = words.popFirst() else { return nil }
                checkpoints = value
            default:
                guard file == nil, !word.hasPrefix("-") else { return nil }
                file = word
            }
        }
        guard file != nil, isBundle || key != nil else { return nil }
    }

    static let help = """
        usage: cermat-verify LOG --key audit.pub [--checkpoints FILE]
               cermat-verify --bundle FILE.tar [--key audit.pub] [--checkpoints FILE]

        Follows the chain of an audit log that `cermat audit export` wrote, or checks all of what `cermat audit bundle`
        wrote, and names the first record that was changed, cut, moved, deleted or written anew.
        Exit 0: all holds. 1: something does not. 64: not understood, or a file cannot be read.
        Without --checkpoints from outside the machine nobody can tell a log that was written anew as a whole.
        """
}

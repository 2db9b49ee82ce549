// SPDX-License-Identifier: Apache-2.0

/// Why a safeguard refused or failed.
public enum SafeguardsError: Error, Equatable {
    /// The policy file cannot be used; all that is wrong with it.
    case policyInvalid([PolicyProblem])
    /// The purpose was not granted.
    case purposeRefused(PurposeProblem)
    /// The new password is not good enough.
    case passwordRefused(PasswordProblem)
    /// The text is no Argon2id hash within the allowed limits.
    case passwordHashMalformed
    /// The Argon2 library failed, mostly for want of memory; its error number.
    case passwordHashingFailed(code: Int32)
    /// The bytes are no audit event in its one spelling.
    case auditEventUnreadable
    /// The line is no checkpoint.
    case checkpointMalformed
    /// A checkpoint is of another node, or the node's key did not sign it; the number it speaks of.
    case checkpointNotGenuine(sequence: Int64)
    /// A checkpoint could not be kept off the machine.
    case checkpointNotWritten(reason: String)
    /// A file could not be written.
    case fileNotWritten(reason: String)
    /// The line is no restore record.
    case restoreMalformed
    /// A node's name has characters other than a-z, 0-9, full stop, hyphen, or is longer than 64.
    case nodeNameRefused
    /// The text is no retention report in its one spelling.
    case reportMalformed
    /// The retention report was changed, or signed by another key.
    case reportForged
    /// Ed25519 refused to sign.
    case signingFailed
}

extension SafeguardsError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .policyInvalid(let problems):
            "the policy file has \(problems.count) problem(s): "
                + problems.map(\.description).joined(separator: "; ")
        case .purposeRefused(let problem): "the purpose was not granted: \(problem.rawValue)"
        case .passwordRefused(let problem): "the password was refused: \(problem)"
        case .passwordHashMalformed: "the stored password hash is not an Argon2id string within limits; set a new one"
        case .passwordHashingFailed(let code): "Argon2 failed with code \(code); is there memory left?"
        case .auditEventUnreadable: "an audit record cannot be read; run `cermat audit verify`"
        case .checkpointMalformed: "the line is not a checkpoint; copy it whole, without line breaks"
        case .checkpointNotGenuine(let sequence):
            "the checkpoint of record \(sequence) is not this node's; find out who wrote it before you go on"
        case .checkpointNotWritten(let reason): "the checkpoint is not kept: \(reason); is the folder mounted?"
        case .fileNotWritten(let reason): "\(reason); make room or name another place"
        case .restoreMalformed: "the line is not a restore record; copy it whole, without line breaks"
        case .nodeNameRefused: "a node's name has 1 to 64 characters a-z, 0-9, full stop, hyphen"
        case .reportMalformed: "the text is not a retention report; give the whole file"
        case .reportForged: "the retention report was changed or signed by another key"
        case .signingFailed: "the checkpoint could not be signed; check the key file"
        }
    }

    /// A word for metrics and problem documents, from a bounded set.
    public var code: String {
        switch self {
        case .policyInvalid: "policy-invalid"
        case .purposeRefused: "purpose-refused"
        case .passwordRefused: "password-refused"
        case .passwordHashMalformed: "password-hash-malformed"
        case .passwordHashingFailed: "password-hashing-failed"
        case .auditEventUnreadable: "audit-event-unreadable"
        case .checkpointMalformed: "checkpoint-malformed"
        case .checkpointNotGenuine: "checkpoint-not-genuine"
        case .checkpointNotWritten: "checkpoint-not-written"
        case .fileNotWritten: "file-not-written"
        case .restoreMalformed: "restore-malformed"
        case .nodeNameRefused: "node-name-refused"
        case .reportMalformed: "report-malformed"
        case .reportForged: "report-forged"
        case .signingFailed: "signing-failed"
        }
    }
}

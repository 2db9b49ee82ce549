// SPDX-License-Identifier: Apache-2.0

/// A behaviour that a store does not have.
public struct ContractFailure: Error, CustomStringConvertible {
    public var description: String

    /// Fails with the line of the contract where a condition does not hold.
    static func require(_ condition: Bool, _ what: String, line: Int = #line, file: String = #fileID) throws {
        if !condition { throw ContractFailure(description: "\(file):\(line): \(what)") }
    }

    /// Fails where two values differ.
    static func equal<Value: Equatable>(
        _ found: Value, _ expected: Value, _ what: String, line: Int = #line, file: String = #fileID
    ) throws {
        try require(found == expected, "\(what): found \(found), expected \(expected)", line: line, file: file)
    }
}

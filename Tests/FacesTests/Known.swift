// SPDX-License-Identifier: Apache-2.0

/// The value of what a test made well formed.
func known<Value>(_ value: Value?) -> Value {
    guard let value else { preconditionFailure("an invented value that is not well formed") }
    return value
}

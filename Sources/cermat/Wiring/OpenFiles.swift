// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// How many files and connections the process may have open.
enum OpenFiles {
    /// What the program needs besides connections: the database's readers, the watched folder, the index.
    private static let own = 256

    /// Raises the process's own limit as far as it needs and may, and returns how many connections fit.
    ///
    /// Shells and units begin with 1,024, which a crowd of idle clients would use up, so that no database file could be
    /// opened either.
    static func admit(connections: Int) -> Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return connections }
        let wanted = rlim_t(connections + own)
        if limit.rlim_cur < wanted {
            limit.rlim_cur = min(wanted, limit.rlim_max)
            _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
            guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return connections }
        }
        guard limit.rlim_cur < wanted else { return connections }
        return max(10, Int(limit.rlim_cur) - own)
    }
}

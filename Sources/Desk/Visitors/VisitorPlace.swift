// SPDX-License-Identifier: Apache-2.0

/// Where a visitor's own page is; apart, since pages that link to it are shown around it.
enum VisitorPlace {
    static let path = "/wajah-saya"
}

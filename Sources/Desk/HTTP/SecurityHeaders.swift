// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// The headers of every answer (OWASP ASVS 5.0, 3.4).
enum SecurityHeaders {
    /// No inline code or style, nothing from elsewhere, no framing; scripts cannot write HTML from strings.
    static let contentSecurityPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'"

    /// - Parameter usesCamera: only the page of a station may ask for the camera.
    static func fields(isSecure: Bool, isImmutable: Bool, usesCamera: Bool = false) -> HTTPFields {
        var fields = HTTPFields()
        set("content-security-policy", contentSecurityPolicy, &fields)
        set("x-content-type-options", "nosniff", &fields)
        set("referrer-policy", "no-referrer", &fields)
        set("cross-origin-opener-policy", "same-origin", &fields)
        set("cross-origin-resource-policy", "same-origin", &fields)
        set("cross-origin-embedder-policy", "require-corp", &fields)
        let camera = usesCamera ? "camera=(self)" : "camera=()"
        set("permissions-policy", camera + ", microphone=(), geolocation=(), payment=(), usb=()", &fields)
        set("x-frame-options", "DENY", &fields)
        set("cache-control", isImmutable ? "public, max-age=31536000, immutable" : "no-store", &fields)
        if isSecure { set("strict-transport-security", "max-age=63072000; includeSubDomains", &fields) }
        return fields
    }

    private static func set(_ name: String, _ value: String, _ fields: inout HTTPFields) {
        guard let name = HTTPField.Name(name) else { return }
        fields[name] = value
    }
}

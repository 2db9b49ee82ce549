// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Metering

@Suite struct MetricTextTests {
    @Test func `a family is its help, its type and its samples by label`() {
        var family = MetricFamily("cermat_messages", .gauge, "Messages by status.")
        family.add([.init("status", "stored")], 12)
        family.add([.init("status", "pending")], 0.25)
        #expect(
            MetricText.of([family])
                == """
                # HELP cermat_messages Messages by status.
                # TYPE cermat_messages gauge
                cermat_messages{status="pending"} 0.25
                cermat_messages{status="stored"} 12

                """)
    }

    @Test func `a number without labels has no braces`() {
        #expect(
            MetricText.of([MetricFamily("cermat_disk_free_bytes", .gauge, "Free.", 73_200_000_000)])
                .hasSuffix("\ncermat_disk_free_bytes 73200000000\n"))
    }

    @Test func `a family without samples says nothing`() {
        #expect(MetricText.of([MetricFamily("cermat_nothing", .gauge, "None.")]).isEmpty)
    }

    @Test(arguments: [
        (#"a\b"#, #"a\\b"#), ("a\nb", #"a\nb"#), (#"a"b"#, #"a\"b"#), (#"\n"#, #"\\n"#),
        ("Jalan ünïcode", "Jalan ünïcode"),
        ("\r\n", "\r\\n"),
    ])
    func `label values are escaped`(value: String, escaped: String) {
        var family = MetricFamily("x", .gauge, "X.")
        family.add([.init("l", value)], 1)
        #expect(
            MetricText.of([family]).unicodeScalars.elementsEqual(
                "# HELP x X.\n# TYPE x gauge\nx{l=\"\(escaped)\"} 1\n".unicodeScalars))
    }

    @Test func `help keeps its quotation marks and stays on its line`() {
        let text = MetricText.of([MetricFamily("x", .counter, "One \"two\"\nthree \\ four", 1)])
        #expect(text.hasPrefix("# HELP x One \"two\"\\nthree \\\\ four\n# TYPE x counter\n"))
    }

    @Test func `a histogram's buckets add up, the last is infinite and equals the count`() {
        var histogram = MetricHistogram(bounds: [0.1, 1, 10])
        for value in [0.05, 0.1, 0.5, 1.5, 99, .nan] { histogram.observe(value) }
        var family = MetricFamily("cermat_wait_seconds", .histogram, "Wait.")
        family.add([.init("kind", "API")], histogram)
        #expect(
            MetricText.of([family])
                == """
                # HELP cermat_wait_seconds Wait.
                # TYPE cermat_wait_seconds histogram
                cermat_wait_seconds_bucket{kind="API",le="0.1"} 2
                cermat_wait_seconds_bucket{kind="API",le="1"} 3
                cermat_wait_seconds_bucket{kind="API",le="10"} 4
                cermat_wait_seconds_bucket{kind="API",le="+Inf"} 5
                cermat_wait_seconds_sum{kind="API"} 101.15
                cermat_wait_seconds_count{kind="API"} 5

                """)
    }

    @Test(arguments: [
        ("cermat_a_total", true), ("_a", true), ("9a", false), ("a-b", false), ("a b", false), ("", false),
        ("ä", false),
    ])
    func `names are those of the format`(name: String, isName: Bool) { #expect(MetricFamily.isName(name) == isName) }
}

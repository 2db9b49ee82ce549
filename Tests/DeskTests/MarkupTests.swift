// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Desk

@Suite struct MarkupTests {
    @Test func `texts and attribute values cannot become markup`() {
        var html = Markup()
        html.add("p", ["title": "\"><script>", "hidden": nil, "data-x": ""]) { $0.say("<b>&'\u{202E}") }
        #expect(html.text == "<p title=\"&quot;&gt;&lt;script&gt;\" data-x>&lt;b&gt;&amp;&#39;\u{FFFD}</p>")
    }

    @Test func `forms are read as browsers send them`() {
        let form = Form(urlEncoded: "a=1+2&b=%C3%A9&a=3&c=&d=%zz&e")
        #expect(form["a"] == "1 2" && form.all("a") == ["1 2", "3"] && form["b"] == "é" && form["c"] == nil)
        let body =
            "--B\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nabc\r\n--B\r\nContent-Disposition: form-data; name=\"berkas\"; filename=\"w.csv\"\r\n\r\nKIND\r\n1\r\n--B--\r\n"
        let parts = Form(body: Array(body.utf8), contentType: "multipart/form-data; boundary=B")
        #expect(parts["csrf"] == "abc" && parts.file("berkas") == Array("KIND\r\n1".utf8))
    }

    @Test func `segments are counted as warnings count them`() {
        let text = SourceText(Array("UNA:+.? 'UNB+A?'B'\nUNH+1'".utf8), isTable: false)
        #expect(text.pieces.map(\.number) == [1, 2] && text.pieces.map(\.tag) == ["UNB", "UNH"])
    }
}

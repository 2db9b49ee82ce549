// SPDX-License-Identifier: Apache-2.0

internal import Messages
internal import Travel

/// Measures typed decoding on the production path: the function that `cermat decode` calls, filter and warnings on.
struct DecodeBench {
    /// What a run measured.
    struct Figures {
        var messages = 0
        var travellers = 0
        var bytes = 0
        var digest = ""
        /// Seconds of each timed pass over the input.
        var seconds: [Double] = []

        /// Millions of bytes a second of the median pass.
        var megabytesPerSecond: Double { Double(bytes) / Percentile.value(seconds, 0.5) / 1e6 }
    }

    let passes: Int

    /// One pass that counts and digests, one to warm up, then the timed ones, on one thread.
    func run(_ input: UnsafeRawBufferPointer) -> Figures {
        var figures = Figures()
        figures.bytes = input.count
        var digester = MessageDigest()
        MessageDecoder.decode(input) { unit in
            figures.messages += 1
            figures.travellers += unit.message.travellers.count
            digester.add(unit.message)
        }
        figures.digest = digester.description
        let clock = ContinuousClock()
        for pass in 0...passes {
            var travellers = 0
            let time = clock.measure {
                MessageDecoder.decode(input) { travellers += $0.message.travellers.count }
            }
            precondition(travellers == figures.travellers, "decoding is a pure function")
            if pass > 0 { figures.seconds.append(time.seconds) }
        }
        return figures
    }
}

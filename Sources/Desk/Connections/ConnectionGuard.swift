// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Watches one connection: a head that does not come, a body that goes on after its answer, one connection too many.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// How long a client that still sends may take to read the answer.
    private static let linger = TimeAmount.seconds(2)

    private let shelf: ConnectionShelf<any Channel>
    private let headTimeout: TimeAmount
    private var number: UInt64?
    private var isReading = false
    private var underWay = 0
    private var timer: Scheduled<Void>?

    init(shelf: ConnectionShelf<any Channel>, headTimeout: TimeAmount) {
        self.shelf = shelf
        self.headTimeout = headTimeout
    }

    func handlerAdded(context: ChannelHandlerContext) { if context.channel.isActive { begin(context) } }

    func channelActive(context: ChannelHandlerContext) {
        begin(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        if let number { shelf.close(number) }
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            timer?.cancel()
            isReading = true
            underWay += 1
            if let number { shelf.begin(number) }
        case .body: break
        case .end: isReading = false
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) {
            underWay -= 1
            if isReading {
                closeLater(ConnectionGuard.linger, context)
            } else if underWay == 0, let number {
                shelf.rest(number)
            }
        }
        context.write(data, promise: promise)
    }

    private func begin(_ context: ChannelHandlerContext) {
        guard number == nil else { return }
        let (number, closing) = shelf.open(context.channel)
        self.number = number
        closing?.close(promise: nil)
        closeLater(headTimeout, context)
    }

    private func closeLater(_ time: TimeAmount, _ context: ChannelHandlerContext) {
        timer?.cancel()
        let channel = context.channel
        timer = context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
    }
}

@available(*, unavailable)
extension ConnectionGuard: Sendable {}

using RetailMember.Brands;
using RetailMember.Messages;
using RetailMember.UseCases;

namespace RetailMember.Platform.Messages;

/// <summary>What stands in while no gateway is configured.</summary>
internal sealed class NoGateway : IMessageSender
{
    public bool IsReady(Brand brand) => false;

    public Task<MessageOutcome> SendAsync(OutgoingMessage message, CancellationToken cancel) =>
        throw new Refusal("messages.no-gateway", RefusalKind.Conflict);
}

using System.Collections.Concurrent;
using RetailMember.Brands;
using RetailMember.Messages;

namespace RetailMember.Browser.Tests;

/// <summary>A gateway whose messages tests read.</summary>
internal sealed class ReadMessages : IMessageSender
{
    private readonly ConcurrentQueue<OutgoingMessage> all = new();

    public string CodeFor(string mobile) =>
        (string)all.Last(m => m.Mobile == mobile).Values.Single(v => v.Name == "code").Value!;

    public bool IsReady(Brand brand) => true;

    public Task<MessageOutcome> SendAsync(OutgoingMessage message, CancellationToken cancel)
    {
        all.Enqueue(message);
        return Task.FromResult(new MessageOutcome(true, null));
    }
}

using System.Collections.Concurrent;
using RetailMember.Brands;
using RetailMember.Messages;

namespace RetailMember.Testing;

/// <summary>A gateway that keeps what it was given.</summary>
public sealed class SentMessages : IMessageSender
{
    private readonly ConcurrentQueue<OutgoingMessage> all = new();
    private readonly ConcurrentQueue<(Predicate<OutgoingMessage> Wanted, TaskCompletionSource<OutgoingMessage> Found)> waiting = new();

    public IReadOnlyCollection<OutgoingMessage> All => all;

    /// <summary>What it does with a message before it keeps it, such as failing.</summary>
    public Action<OutgoingMessage>? Before { get; set; }

    public string CodeFor(string mobile) =>
        (string)all.Last(m => m.Mobile == mobile).Values.Single(v => v.Name == "code").Value!;

    /// <summary>The first message of a kind, which may be on its way.</summary>
    public Task<OutgoingMessage> FirstAsync(Predicate<OutgoingMessage> wanted)
    {
        var found = new TaskCompletionSource<OutgoingMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Enqueue((wanted, found));
        // Whatever came before somebody waited for it is there by now.
        if (all.FirstOrDefault(m => wanted(m)) is { } known) found.TrySetResult(known);
        return found.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    public bool IsReady(Brand brand) => true;

    public Task<MessageOutcome> SendAsync(OutgoingMessage message, CancellationToken cancel)
    {
        Before?.Invoke(message);
        all.Enqueue(message);
        foreach (var (wanted, found) in waiting)
            if (wanted(message)) found.TrySetResult(message);
        return Task.FromResult(new MessageOutcome(true, null));
    }
}

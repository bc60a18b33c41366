using System.Collections.Concurrent;

namespace RetailMember.Marketing.Tests;

/// <summary>A provider in memory: it remembers all that it took, and does to an order what a test says.</summary>
public sealed class FakeGateway : IMessageGateway
{
    private readonly ConcurrentDictionary<(string Request, string Address), GatewayRecord> records = new();
    private readonly ConcurrentQueue<GatewayOrder> orders = new();
    private readonly ConcurrentQueue<(GatewayOrder Order, GatewayLetter Letter)> taken = new();

    public string Name { get; init; } = "fake";

    public MessageChannel Channel { get; init; }

    public bool IsReady => true;

    public bool KeepsRecords { get; set; } = true;

    public bool NeedsProviderCode { get; set; }

    public int LargestOrder { get; init; } = 10;

    /// <summary>Every order that was given, taken or not.</summary>
    public IReadOnlyCollection<GatewayOrder> Orders => orders;

    /// <summary>What it answers to an order instead of taking it; null: it takes it.</summary>
    public Func<GatewayOrder, GatewayAnswer?> Refuses { get; set; } = _ => null;

    /// <summary>What happens before it answers anything.</summary>
    public Func<GatewayOrder, Task> Beforehand { get; set; } = _ => Task.CompletedTask;

    /// <summary>What happens once it took an order, before it answers: a receipt, or a broken line.</summary>
    public Func<GatewayOrder, Task> Afterwards { get; set; } = _ => Task.CompletedTask;

    /// <summary>What it took for a number, in order.</summary>
    public IReadOnlyList<string> TextsTo(string mobile) =>
        [.. taken.Where(t => t.Letter.Address == mobile).Select(t => t.Letter.Text)];

    public IEnumerable<(GatewayOrder Order, GatewayLetter Letter)> Taken => taken;

    public async Task<GatewayAnswer> SendAsync(GatewayOrder order, CancellationToken cancel)
    {
        orders.Enqueue(order);
        await Beforehand(order);
        if (Refuses(order) is { } no) return no;
        foreach (var letter in order.Letters)
        {
            taken.Enqueue((order, letter));
            records[(order.RequestId, letter.Address)] = new GatewayRecord(null);
        }

        await Afterwards(order);
        return new GatewayAnswer(GatewayOutcome.Accepted, "biz-" + order.RequestId);
    }

    /// <summary>Addresses about which it gives no answer.</summary>
    public Func<string, bool> IsSilentOn { get; set; } = _ => false;

    public Task<GatewayRecord?> FindAsync(GatewayQuestion question, CancellationToken cancel) => IsSilentOn(question.Address)
        ? throw new GatewayUnreachableException("silent")
        : Task.FromResult(records.GetValueOrDefault((question.RequestId, question.Address)));

    /// <summary>What it will say of a message from now on.</summary>
    public void Settle(string request, string address, GatewayRecord record) => records[(request, address)] = record;
}

using FluentValidation;
using RetailMember.Marketing.OptOuts;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Receipts;

/// <summary>
/// What people sent back. Who asks to be left alone gets no commercial message of any brand of the chain from then on, until
/// he consents again. The provider knows the key of the address.
/// </summary>
[Everybody]
internal sealed class RecordReplies(OptOutBook optOuts, ReceiptsKey key)
    : UseCase<RecordReplies.Input, RecordReplies.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        key.Check(input.Key);
        var leaving = input.Replies.Where(r => WayOut.IsAskedBy(r.Text)).ToList();
        await optOuts.LeaveAsync(
            leaving.GroupBy(r => r.Mobile).ToDictionary(g => g.Key, g => g.Max(r => SaidAt(r, call))), cancel);
        return new Result(leaving.Count);
    }

    /// <summary>Not later than now, whatever the provider's clock says: a consent that is given next counts.</summary>
    private static DateTime SaidAt(Reply reply, CallContext call) => reply.At is { } at && at < call.At ? at : call.At;

    internal sealed record Input : IInput<Result>
    {
        [Personal]
        public required string Key { get; init; }

        [Personal]
        public IReadOnlyList<Reply> Replies { get; init; } = [];
    }

    internal sealed record Reply(string Mobile, string Text, DateTime? At);

    /// <param name="OptedOut">Replies that asked to be left alone.</param>
    internal sealed record Result(int OptedOut);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Replies.Count).LessThanOrEqualTo(1000);
    }
}

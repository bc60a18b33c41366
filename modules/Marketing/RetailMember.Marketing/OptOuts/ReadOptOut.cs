using FluentValidation;
using RetailMember.Marketing.Data;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Marketing.OptOuts;

/// <summary>Whether a member wants no more commercial messages, and how he said so; a consent given later counts.</summary>
[Needs(MarketingPermissions.ViewMessages)]
internal sealed class ReadOptOut(OptOutStanding standing) : Query<ReadOptOut.Input, ReadOptOut.Result>
{
    protected override Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        standing.OfAsync(input.Member, cancel);

    internal sealed record Input([property: Personal] string Member) : IInput<Result>;

    /// <param name="At">UTC; null: he did not, or has agreed again.</param>
    internal sealed record Result(DateTime? At, OptOutWay? By);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
    }
}

/// <summary>The same for whoever notes it in a store, and may see no messages.</summary>
[Needs(MarketingRights.RecordOptOuts)]
internal sealed class ReadOptOutToRecord(OptOutStanding standing) : Query<ReadOptOutToRecord.Input, ReadOptOut.Result>
{
    protected override Task<ReadOptOut.Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        standing.OfAsync(input.Member, cancel);

    internal sealed record Input([property: Personal] string Member) : IInput<ReadOptOut.Result>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
    }
}

/// <summary>What counts of what a member said and agreed to, whichever was the later.</summary>
internal sealed class OptOutStanding(IMemberFiles members, IMessageOptOuts optOuts, IEnumerable<IMarketingConsents> consents)
{
    public async Task<ReadOptOut.Result> OfAsync(string asked, CancellationToken cancel)
    {
        var member = await members.OneAsync(asked, cancel);
        var said = await optOuts.OfAsync([member.Id], cancel);
        var agreed = await consents.AgreedAsync([member.Id], cancel);
        return said.GetValueOrDefault(member.Id) is { } left && left.At >= agreed.GetValueOrDefault(member.Id)
            ? new ReadOptOut.Result(left.At, left.IsReply ? OptOutWay.Reply : OptOutWay.Store)
            : new ReadOptOut.Result(null, null);
    }
}

using FluentValidation;
using RetailMember.Marketing.Data;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Marketing.OptOuts;

/// <summary>Whether a member wants no more commercial messages, and how he said so; a consent given later counts.</summary>
[Needs(MarketingPermissions.ViewMessages)]
internal sealed class ReadOptOut(IMemberFiles members, IMessageOptOuts optOuts, IEnumerable<IMarketingConsents> consents)
    : Query<ReadOptOut.Input, ReadOptOut.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await members.OneAsync(input.Member, cancel);
        var said = await optOuts.OfAsync([member.Id], cancel);
        var agreed = await consents.AgreedAsync([member.Id], cancel);
        return said.GetValueOrDefault(member.Id) is { } left && left.At >= agreed.GetValueOrDefault(member.Id)
            ? new Result(left.At, left.IsReply ? OptOutWay.Reply : OptOutWay.Store)
            : new Result(null, null);
    }

    internal sealed record Input([property: Personal] string Member) : IInput<Result>;

    /// <param name="At">UTC; null: he did not, or has agreed again.</param>
    internal sealed record Result(DateTime? At, OptOutWay? By);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
    }
}

using FluentValidation;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.HandOver;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Marketing.OptOuts;

/// <summary>Whether a member wants no more commercial messages, and how he said so; a consent given later counts.</summary>
[Needs(MarketingPermissions.ViewMessages)]
internal sealed class ReadOptOut(
    IMemberFiles members, AddressBook addresses, RecipientBook recipients, IEnumerable<IMarketingConsents> consents)
    : Query<ReadOptOut.Input, ReadOptOut.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await members.OneAsync(input.Member, cancel);
        var found = await addresses.OfAsync([member.Id], MessageChannel.Sms, cancel);
        if (found.RecipientOf(member.Id) is not { } recipient) return new Result(null, null);
        var known = (await recipients.ReadAsync([recipient], cancel)).GetValueOrDefault(recipient);
        var agreed = await consents.AgreedAsync(found.Reached, cancel);
        var stands = known?.HasLeftSince(agreed.GetValueOrDefault(found.Contacts[member.Id].Member)) == true;
        return stands ? new Result(known!.OptedOutAt, known.OptedOutBy) : new Result(null, null);
    }

    internal sealed record Input([property: Personal] string Member) : IInput<Result>;

    /// <param name="At">UTC; null: he did not, or has agreed again.</param>
    internal sealed record Result(DateTime? At, OptOutWay? By);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
    }
}

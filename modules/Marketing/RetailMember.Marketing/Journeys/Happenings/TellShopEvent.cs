using FluentValidation;
using RetailMember.Events;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Journeys.Happenings;

/// <summary>
/// The hook for online shops: tells that a member did something there, such as leaving a basket behind. Journeys of that
/// event write to him; where there is none, nothing comes of it.
/// </summary>
[Needs(MarketingPermissions.TellShopEvents)]
internal sealed class TellShopEvent(IMemberFiles files, IEvents events) : UseCase<TellShopEvent.Input, TellShopEvent.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await files.ActiveAsync(input.Member, cancel);
        events.Add(new ShopEventTold(call.RequiredBrand.Id, member.Id, input.Kind, input.Key, input.Item));
        return new Result(member.MemberNo);
    }

    /// <param name="Key">The shop's own number for it: the same again tells nothing new.</param>
    /// <param name="Member">Member number, card or mobile.</param>
    /// <param name="Kind">What it was, such as <c>basket-left</c>: journeys name it.</param>
    /// <param name="Item">What it was about, as a message may say it.</param>
    internal sealed record Input(string Key, [property: Personal] string Member, string Kind, string Item)
        : IInput<Result>, IKeyed
    {
        string IKeyed.BusinessKey => Key;
    }

    internal sealed record Result(string MemberNo) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(48);
            RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Kind).NotEmpty().IsMarketingCode();
            RuleFor(i => i.Item).NotEmpty().MaximumLength(64);
        }
    }
}

using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Gateways;
using RetailMember.Marketing.Gateways.WeChat;
using RetailMember.Marketing.HandOver;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Marketing.WeChat;

/// <summary>
/// Says by what name WeChat knows a member, as the chain's own pages in WeChat learn it from WeChat once he agreed there. The
/// same again changes nothing; another name, be it that of a file which was merged into his, takes the place of the one before;
/// a follower is one member of the brand.
/// Whether he is written to is for his consent to say.
/// </summary>
[Needs(MarketingPermissions.LinkWeChat)]
internal sealed class LinkWeChat(
    MarketingDb db, IRows rows, IMemberFiles files, IMemberAwards awards, IMergedMembers merged, RecipientBook recipients,
    WeChatLinks links, WeChatAccount account, GatewayChoice gateways)
    : UseCase<LinkWeChat.Input, WeChatLinkView>
{
    protected override async Task<WeChatLinkView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (gateways.Of(MessageChannel.WeChat) is null)
            throw new Refusal("marketing.no-wechat-gateway", RefusalKind.Conflict);
        var member = await awards.HoldActiveAsync(files, input.Member, cancel);
        var recipient = recipients.IdOf(input.OpenId);
        var his = await merged.FilesOfAsync(member.Id, cancel);
        if (await links.HolderAsync(recipient, cancel) is { } known)
        {
            if (!his.Contains(known.MemberId)) throw Taken();
            if ((await links.AllAsync(member.Id, cancel))[0].Id == known.Id) return WeChatLinkView.Of(member.MemberNo, known);
        }

        var app = account.AppId;
        await db.WeChatLinks.Where(l => l.AppId == app && EF.Parameter(his).Contains(l.MemberId)).ExecuteDeleteAsync(cancel);
        var link = new WeChatLink
        {
            BrandId = call.RequiredBrand.Id, MemberId = member.Id, AppId = app, OpenId = input.OpenId, RecipientId = recipient,
            LinkedBy = call.Caller.Name, LinkedAt = call.At,
        };
        // Another member may have been given the same name in this very moment.
        return await rows.InsertMissingAsync([link], cancel) == 1 ? WeChatLinkView.Of(member.MemberNo, link) : throw Taken();
    }

    private static Refusal Taken() => new("marketing.wechat-taken", RefusalKind.Conflict);

    /// <param name="Member">Member number, card or mobile.</param>
    /// <param name="OpenId">What WeChat calls him towards the chain's official account.</param>
    internal sealed record Input([property: Personal] string Member, [property: Personal] string OpenId) : IInput<WeChatLinkView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
            RuleFor(i => i.OpenId).NotEmpty().IsOpenId();
        }
    }
}

/// <summary>A member is not reached by WeChat any more.</summary>
[Needs(MarketingPermissions.LinkWeChat)]
internal sealed class UnlinkWeChat(IMemberFiles files, IMergedMembers merged, WeChatLinks links)
    : UseCase<UnlinkWeChat.Input, WeChatLinkView>
{
    protected override async Task<WeChatLinkView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await files.OneAsync(input.Member, cancel);
        await links.ForgetAsync(await merged.FilesOfAsync(member.Id, cancel), cancel);
        return new WeChatLinkView(member.MemberNo, null);
    }

    internal sealed record Input([property: Personal] string Member) : IInput<WeChatLinkView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
    }
}

/// <summary>Whether a member is reached by WeChat; by what name is told to nobody.</summary>
[Needs(MarketingPermissions.ViewMessages)]
internal sealed class ReadWeChatLink(IMemberFiles files, WeChatLinks links) : Query<ReadWeChatLink.Input, WeChatLinkView>
{
    protected override async Task<WeChatLinkView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await files.OneAsync(input.Member, cancel);
        return await links.AllAsync(member.Id, cancel) is [var link, ..]
            ? WeChatLinkView.Of(member.MemberNo, link)
            : new WeChatLinkView(member.MemberNo, null);
    }

    internal sealed record Input([property: Personal] string Member) : IInput<WeChatLinkView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
    }
}

/// <param name="LinkedAt">UTC; null: he is not.</param>
internal sealed record WeChatLinkView(string MemberNo, DateTime? LinkedAt) : IAbout
{
    string IAbout.About => MemberNo;

    public static WeChatLinkView Of(string memberNo, WeChatLink link) => new(memberNo, link.LinkedAt);
}

internal static class OpenIdRules
{
    private const int ShortestOpenId = 16;

    public static IRuleBuilderOptions<T, string> IsOpenId<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(IsOpenId).WithErrorCode("marketing.no-such-address");

    /// <summary>Whether WeChat could call somebody so.</summary>
    public static bool IsOpenId(string text) =>
        text is { Length: >= ShortestOpenId and <= WeChatLink.OpenIdLength }
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}

using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Marketing.Gateways.WeChat;

namespace RetailMember.Marketing.Data;

/// <summary>
/// By what name WeChat knows a member, for one official account: one member of the brand for one follower. It ends with the
/// membership.
/// </summary>
internal sealed class WeChatLink : IBrandOwned
{
    public const int OpenIdLength = 64;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public int BrandId { get; init; }

    public Guid MemberId { get; init; }

    /// <summary>The account; empty where messages go into files.</summary>
    public required string AppId { get; init; }

    /// <summary>Sealed at rest.</summary>
    public required string OpenId { get; init; }

    /// <summary>Its blind index.</summary>
    public required string RecipientId { get; init; }

    public required string LinkedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime LinkedAt { get; init; }

    public static void Describe(ModelBuilder model, PersonalData personal) => model.Entity<WeChatLink>(link =>
    {
        // Told apart from other words by one capital, the name would be we_chat_link.
        link.ToTable("wechat_link");
        link.Property(l => l.Id).ValueGeneratedNever();
        link.Property(l => l.AppId).HasMaxLength(WeChatAccount.AppIdLength).Ordinal();
        link.Property(l => l.OpenId).HasMaxLength(400).HasConversion(personal.Column("marketing.wechat"));
        link.Property(l => l.RecipientId).HasMaxLength(Recipient.IdLength);
        link.Property(l => l.LinkedBy).HasMaxLength(MarketingDb.CodeLength);
        link.HasIndex(l => new { l.BrandId, l.AppId, l.MemberId }).IsUnique();
        link.HasIndex(l => new { l.BrandId, l.AppId, l.RecipientId }).IsUnique();
        link.HasIndex(l => l.RecipientId);
        link.HasIndex(l => l.MemberId);
    });
}

using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing;
using RetailMember.Pharmacy.Data;

namespace RetailMember.Pharmacy.Health.Letters;

/// <summary>The health letters of the seasons: what they are called, and the words that they have at first.</summary>
internal static class SeasonLetters
{
    /// <summary>Whether diamond members are written to.</summary>
    public const string Switch = "Pharmacy.HealthLetters";

    /// <summary>On which day of a season's first month.</summary>
    public const string Day = "Pharmacy.HealthLetterDay";

    /// <summary>What all purposes begin with.</summary>
    public const string Purposes = "pharmacy.health-";

    public static IReadOnlyList<LetterProposal> Words { get; } =
    [
        Of(SeasonName.Spring, new LocalName("春季健康短信", "Spring health letter"), "春季早晚温差大，请随时添减衣物、注意通风"),
        Of(SeasonName.Summer, new LocalName("夏季健康短信", "Summer health letter"), "盛夏高温，请多饮水、避开正午外出"),
        Of(SeasonName.Autumn, new LocalName("秋季健康短信", "Autumn health letter"), "秋燥时节，请多饮水、早睡早起"),
        Of(SeasonName.Winter, new LocalName("冬季健康短信", "Winter health letter"), "天寒地冻，请注意保暖、适量运动"),
    ];

    /// <summary>Those of some members who have themselves agreed that their health data is kept.</summary>
    public static Task<List<Guid>> AgreedAsync(
        this IQueryable<HealthConsent> consents, IReadOnlyCollection<Guid> members, CancellationToken cancel) =>
        consents.AsNoTracking().Where(c => EF.Parameter(members).Contains(c.MemberId) && c.WithdrawnAt == null)
            .Select(c => c.MemberId).ToListAsync(cancel);

    public static string PurposeOf(SeasonName season) => Purposes + Season.Code(season);

    public static LetterAddress AddressOf(HealthLetter letter) =>
        new(Purposes + letter.Season.Split('-')[1], KeyOf(letter.Season, letter.Turn), letter.MemberId);

    /// <summary>Which time it is: a season, and after the first turn the turn.</summary>
    public static string KeyOf(string season, int turn) => turn == 1 ? season : FormattableString.Invariant($"{season}.{turn}");

    private static LetterProposal Of(SeasonName season, LocalName name, string advice) => new(
        PharmacyModule.ModuleName, PurposeOf(season), name,
        "${name}您好，" + advice + "。钻石会员每月可到店免费测血糖。拒收请回复TD", []) { IsSensitive = true };
}

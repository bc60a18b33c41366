using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Engagement.Data;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Engagement.Surveys;

/// <summary>Finds surveys by their codes, and says whom one is for.</summary>
internal sealed class SurveyShelf(EngagementDb db, IRows rows, IMemberReceipts receipts)
{
    public static SurveyTerms TermsOf(Survey survey) => JsonSerializer.Deserialize<SurveyTerms>(survey.Terms, Json.Options)!;

    public async Task<Survey> FindAsync(string code, CancellationToken cancel) =>
        await db.Surveys.AsNoTracking().SingleOrDefaultAsync(s => s.Code == code, cancel)
        ?? throw new Refusal("engagement.survey-not-found", RefusalKind.NotFound, ("survey", code));

    /// <summary>To be changed through the context, by one at a time.</summary>
    public async Task<Survey> LockAsync(string code, CancellationToken cancel)
    {
        var found = await FindAsync(code, cancel);
        await rows.LockAsync<Survey, Guid>(s => s.Id, [found.Id], cancel);
        return await db.Surveys.SingleAsync(s => s.Id == found.Id, cancel);
    }

    /// <summary>It is open today.</summary>
    public static bool IsOpen(Survey survey, SurveyTerms terms, DateOnly today) =>
        survey.State == SurveyState.Open && terms.From <= today && today <= terms.To;

    public async Task<bool> IsForAsync(SurveyTerms terms, MemberSummary member, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        return terms.Audience switch
        {
            SurveyAudience.Tiers => terms.Tiers.Contains(member.Tier),
            SurveyAudience.Buyers => (await receipts.DaysAsync(
                [member.Id], today.AddDays(1 - terms.BoughtWithinDays!.Value), today, cancel)).Any(d => d.Purchases > 0),
            SurveyAudience.Attendants => await db.SignUps.AnyAsync(
                s => s.MemberId == member.Id && s.State == SignUpState.Attended
                    && db.MemberEvents.Any(e => e.Id == s.EventId && e.Code == terms.Event),
                cancel),
            _ => true,
        };
    }
}

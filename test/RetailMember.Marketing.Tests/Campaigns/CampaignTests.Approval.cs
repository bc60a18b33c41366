using RetailMember.Marketing.Data;
using RetailMember.Marketing.Segments.Editing;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.Marketing.Tests.Segments;
using RetailMember.Membership;

namespace RetailMember.Marketing.Tests.Campaigns;

public abstract partial class CampaignTests
{
    [Theory, Trait("Req", "SMS-09"), InlineData("terms"), InlineData("segment"), InlineData("template")]
    public async Task What_was_changed_since_it_was_read_is_not_approved(string changed)
    {
        var trial = await CampaignTrial.DraftAsync(chain);
        var read = await trial.ApprovalAsync();
        (await trial.ApprovalAsync()).ShouldBe(read);

        if (changed == "terms") await trial.ChangeAsync(t => t with { Hours = 5 });
        else if (changed == "template")
            await chain.ApproveWordsAsync(trial.Template, Studio.Terms() with { Body = "换季新品到店。拒收请回复TD", Variables = [] });
        else
            await chain.Do(new EditSegment.Input(trial.Code, new SegmentTerms
            {
                Name = new LocalName("全部", "All"), Members = Conditions.All(),
            }));

        (await chain.RefusalOf(read)).ShouldBe("marketing.campaign-changed");
        (await trial.StateAsync()).ShouldBe(MessageCampaignState.Draft);
        await trial.ApproveAsync();
        var approved = await trial.ReadAsync();
        (approved.CampaignStanding.State, approved.WordingMark).ShouldBe((MessageCampaignState.Approved, null));
    }
}

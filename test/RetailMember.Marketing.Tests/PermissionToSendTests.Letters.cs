using RetailMember.Marketing.Data;
using RetailMember.Marketing.Queue;
using static RetailMember.Marketing.Tests.Studio;

namespace RetailMember.Marketing.Tests;

public abstract partial class PermissionToSendTests
{
    [Fact, Trait("Req", "SMS-17")]
    public async Task Later_letters_of_an_occasion_go_in_the_words_that_replaced_withdrawn_ones()
    {
        var studio = await OpenAsync(host);
        var (early, late) = (await studio.MemberAsync(), await studio.MemberAsync());
        var occasion = new LetterOccasion("marketing.p" + Key(), "2025-05-25");
        var former = await studio.TemplateAsync(terms: Terms() with { Purpose = occasion.Purpose });
        (await studio.PostAsync(occasion, early)).ShouldBe(1);
        await studio.HandOverAsync();
        await studio.RunAsync(new Templates.WithdrawTemplate.Input(former.Code));
        var words = await studio.TemplateAsync(
            terms: Terms() with { Purpose = occasion.Purpose, Body = "${name}您好,改过的话。拒收请回复TD" });

        (await studio.PostAsync(occasion, early, late)).ShouldBe(1);
        await studio.HandOverAsync();

        var letters = await studio.OfPurposeAsync(occasion.Purpose);
        letters.Single(m => m.MemberId == early.Id).TemplateId.ShouldBe(former.Id);
        letters.Single(m => m.MemberId == late.Id).ShouldSatisfyAllConditions(
            m => m.State.ShouldBe(MessageState.Accepted), m => m.TemplateId.ShouldBe(words.Id));
        host.Gateway.TextsTo(late.Mobile).ShouldHaveSingleItem().ShouldContain("改过的话");
        host.Gateway.TextsTo(early.Mobile).Count.ShouldBe(1);
    }

    [Fact, Trait("Req", "SMS-15")]
    public async Task Letters_name_the_module_that_writes_and_end_with_their_day_while_it_is_off()
    {
        var studio = await OpenAsync(host);
        var member = await studio.MemberAsync();
        var (batch, template) = (Guid.CreateVersion7(), await studio.TemplateAsync());
        var now = host.Host.Time.GetUtcNow().UtcDateTime;
        await Should.ThrowAsync<ArgumentException>(() => studio.PostAsync(new LetterOccasion("greetings", "may"), member));
        await Should.ThrowAsync<ArgumentException>(() => studio.PostAsync(new LetterOccasion("nobody.greetings", "may"), member));
        await studio.InTransactionAsync(async (queue, call) =>
        {
            await queue.OpenAsync(
                new NewBatch(batch, "nobody.greetings:may", template.Id) { NotAfter = now.AddHours(1) }, call, CancellationToken.None);
            return await queue.AddAsync(batch, [new NewMessage(member.Id)], call, CancellationToken.None);
        });

        await studio.HandOverAsync();
        (await studio.MessageAsync(batch, member)).State.ShouldBe(MessageState.Queued);
        host.Host.Clock.Set(now.AddHours(1).AddSeconds(1));
        await studio.HandOverAsync();

        (await studio.MessageAsync(batch, member)).ShouldSatisfyAllConditions(
            m => m.State.ShouldBe(MessageState.Skipped), m => m.Reason.ShouldBe(MessageReason.TooLate));
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.HandOver;
using RetailMember.Marketing.Packages;
using RetailMember.Marketing.Receipts;
using RetailMember.Marketing.Templates;

namespace RetailMember.Marketing.Direct;

/// <summary>
/// Sends one message at once, past the queue: what somebody waits for. It is written down before the gateway is asked and
/// again afterwards, in scopes of its own, whatever transaction its caller has.
/// </summary>
internal sealed class DirectPost(IServiceScopeFactory scopes, Carrier carrier, TimeProvider time)
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task<GatewayAnswer> SendAsync(DirectOrder order, CancellationToken cancel)
    {
        var text = WrittenText.Of(order.Terms, order.Values);
        var message = await InScopeAsync(order.Brand, async scope =>
        {
            var made = Made(order, text.Parts, scope.GetRequiredService<RecipientBook>().IdOf(order.Address));
            await scope.GetRequiredService<IRows>().InsertAsync([made], cancel);
            await scope.GetRequiredService<PackageBook>().TakeAsync(PackageUse.NoBatch, made.Parts, cancel);
            return made;
        });
        var content = Letter.Of(message, order.Address, order.Terms, order.Values);
        var answer = (await carrier.CarryAsync(order.Gateway, order.Terms, [new Letter(message, content)], () => true, cancel))[0];
        await InScopeAsync(order.Brand, async scope =>
        {
            await scope.GetRequiredService<OutcomeBook>().RecordAsync(answer, Now, CancellationToken.None);
            return answer.Answer;
        });
        if (answer.Answer.Reference is { } reference && !order.Gateway.KeepsRecords)
            await InScopeAsync(order.Brand, scope => scope.GetRequiredService<EarlyReceipts>()
                .SettleAsync(order.Gateway.Name, [reference], Now, CancellationToken.None));
        return answer.Answer;
    }

    private Message Made(DirectOrder order, int parts, string recipient) => new()
    {
        BrandId = order.Brand.Id,
        Purpose = order.Purpose,
        Lane = order.Lane,
        TemplateId = order.TemplateId,
        State = MessageState.HandingOver,
        DueAt = Now,
        Gateway = order.Gateway.Name,
        RequestId = Guid.CreateVersion7().ToString("N"),
        RecipientId = recipient,
        Parts = parts,
        Attempts = 1,
        AskAt = Now + Decisions.Settled,
        CreatedAt = Now,
        HandedOverAt = Now,
    };

    private async Task<T> InScopeAsync<T>(Brand brand, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<DataSession>();
        session.Brand = brand.Id;
        await session.BeginAsync();
        var result = await work(scope.ServiceProvider);
        await session.CommitAsync();
        return result;
    }
}

/// <param name="TemplateId">Null where the words are the product's own.</param>
/// <param name="Values">One for each variable of the words.</param>
internal sealed record DirectOrder(
    Brand Brand, IMessageGateway Gateway, string Address, string Purpose, MessageLane Lane, Guid? TemplateId,
    TemplateTerms Terms, IReadOnlyDictionary<string, string> Values);

using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Polly;
using Polly.Retry;

namespace RetailMember.Marketing.Gateways.Aliyun;

/// <summary>
/// Calls the service. What it certainly did not take, because we called too often or could not connect, is tried again at
/// once a few times; anything else is for the caller to judge.
/// </summary>
internal sealed class AliyunClient(IHttpClientFactory clients, IConfiguration configuration, TimeProvider time)
{
    /// <summary>The named client.</summary>
    public const string Name = "aliyun";

    private const string Keys = "Messages:Aliyun:";
    private const string DefaultEndpoint = "https://dysmsapi.aliyuncs.com";
    private const int Retries = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly ResiliencePipeline<AliyunReply> again = new ResiliencePipelineBuilder<AliyunReply>()
        .AddRetry(new RetryStrategyOptions<AliyunReply>
        {
            MaxRetryAttempts = Retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(configuration.GetValue(Keys + "RetryMilliseconds", 400)),
            ShouldHandle = new PredicateBuilder<AliyunReply>()
                .HandleResult(reply => AliyunReasons.IsThrottled(reply.Code))
                .Handle<HttpRequestException>(NetworkFaults.NeverArrived),
        })
        .Build();

    public bool IsReady => Key is not null;

    private AliyunKey? Key => configuration[Keys + "AccessKeyId"] is { Length: > 0 } id
        && configuration[Keys + "AccessKeySecret"] is { Length: > 0 } secret
            ? new AliyunKey(id, secret)
            : null;

    public async Task<AliyunReply> CallAsync(AliyunRequest request, CancellationToken cancel) =>
        await again.ExecuteAsync(async token => await OnceAsync(request, token), cancel);

    private async Task<AliyunReply> OnceAsync(AliyunRequest request, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        var endpoint = new Uri(configuration[Keys + "Endpoint"] ?? DefaultEndpoint);
        using var message = request.Signed(
            endpoint, Key ?? throw new InvalidOperationException("No key of the provider is configured."),
            time.GetUtcNow().UtcDateTime, Guid.NewGuid().ToString("N"));
        using var client = clients.CreateClient(Name);
        using var response = await client.SendAsync(message, patience.Token);
        var text = await response.Content.ReadAsStringAsync(patience.Token);
        return AliyunReply.Read((int)response.StatusCode, text);
    }
}

/// <param name="Status">Of HTTP.</param>
/// <param name="Code">OK, or the provider's word for what is wrong; empty where it said nothing that can be read.</param>
/// <param name="BizId">The provider's number for an order.</param>
/// <param name="Body">All of it.</param>
internal sealed record AliyunReply(int Status, string Code, string? BizId, JsonElement Body)
{
    public static AliyunReply Read(int status, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var body = document.RootElement.Clone();
            return body.ValueKind == JsonValueKind.Object
                ? new AliyunReply(status, Text(body, "Code") ?? "", Text(body, "BizId"), body)
                : new AliyunReply(status, "", null, default);
        }
        catch (JsonException)
        {
            // What stands between us and the provider answers in its own way.
            return new AliyunReply(status, "", null, default);
        }
    }

    /// <summary>A member of an object as text, whatever its kind.</summary>
    public static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
            ? value.ToString()
            : null;
}

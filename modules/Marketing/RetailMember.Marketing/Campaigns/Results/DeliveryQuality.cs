namespace RetailMember.Marketing.Campaigns.Results;

/// <summary>How many of the messages that went out arrived. The channel promises 95 of a hundred.</summary>
/// <param name="Sent">Messages that the provider was given and whose end is known.</param>
/// <param name="Delivered">Those of them that arrived.</param>
internal readonly record struct DeliveryQuality(long Sent, long Delivered)
{
    private const int PromisedPercent = 95;

    /// <summary>So many ends must be known of what still goes on: the first receipt that fails says nothing of the rest.</summary>
    private const int Telling = 100;

    /// <summary>More ends are still to be known.</summary>
    public bool GoesOn { get; init; }

    /// <summary>Whether anybody tells which of a channel's messages arrived: a mail server says only that it took one.</summary>
    public static bool IsKnownOf(MessageChannel channel) => channel != MessageChannel.Mail;

    /// <summary>Of one, such as 0.948; nothing sent is nothing lost.</summary>
    public decimal Share => Sent == 0 ? 1 : (decimal)Delivered / Sent;

    /// <summary>The promise is broken: compared in whole numbers, so that exactly 95 of a hundred keep it.</summary>
    public bool IsAlarming => Delivered * 100 < Sent * PromisedPercent && (!GoesOn || Sent >= Telling);
}

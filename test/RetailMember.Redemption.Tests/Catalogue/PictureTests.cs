using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Pictures;
using RetailMember.Redemption.Demonstration;
using RetailMember.Redemption.Tests.Shop;

namespace RetailMember.Redemption.Tests.Catalogue;

public sealed class PictureTestsOnSqlite(SqliteShop shop) : PictureTests(shop), IClassFixture<SqliteShop>;

public sealed class PictureTestsOnPostgres(PostgresShop shop) : PictureTests(shop), IClassFixture<PostgresShop>;

[Trait("Req", "RD-01")]
public abstract class PictureTests(Shop.Shop shop)
{
    private static readonly byte[] Png = DemoPicture.Draw(1);

    /// <summary>The smallest frame: 3 by 2 pixels, with a note of where it was taken and one of the frame's size.</summary>
    private static readonly byte[] Jpeg =
    [
        0xFF, 0xD8, 0xFF, 0xE1, 0, 8, .. "SECRET"u8, 0xFF, 0xC0, 0, 11, 8, 0, 2, 0, 3, 1, 1, 0x11, 0,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0x3F, 0, 0x55, 0xFF, 0xD9, .. "<script>"u8,
    ];

    [Fact]
    public async Task A_picture_is_kept_by_its_content_and_replaced_by_the_next()
    {
        var reward = await RewardAsync();

        (await SetAsync(reward, Png)).ShouldBe(new SetRewardPicture.Result(reward, "image/png", 320, 200, Png.Length));
        var first = await shop.Do(new ReadRewardPicture.Input(reward));
        first.Content.ShouldBe(Png);
        var second = await SetAsync(reward, Jpeg);

        (second.ContentType, second.Width, second.Height).ShouldBe(("image/jpeg", 3, 2));
        (await shop.Do(new FindRewardPictures.Input())).Versions[reward].ShouldNotBe(first.Hash);
    }

    [Fact]
    public async Task What_cameras_and_strangers_write_beside_a_picture_is_left_out()
    {
        var reward = await RewardAsync();
        byte[] noted = [.. Png[..33], .. Chunk("tEXt", "Comment\0SECRET"u8), .. Png[33..], .. "<script>"u8];

        await SetAsync(reward, noted);
        (await shop.Do(new ReadRewardPicture.Input(reward))).Content.ShouldBe(Png);
        await SetAsync(reward, Jpeg);
        var text = Encoding.Latin1.GetString((await shop.Do(new ReadRewardPicture.Input(reward))).Content);

        text.ShouldNotContain("SECRET");
        text.ShouldNotContain("script");
    }

    public static TheoryData<byte[], string> NoPictures => new()
    {
        { [], "redemption.not-a-picture" },
        { "<svg onload=alert(1)>"u8.ToArray(), "redemption.not-a-picture" },
        { "GIF89a but no more"u8.ToArray(), "redemption.not-a-picture" },
        { Png[..^20], "redemption.not-a-picture" },
        { Png[..8], "redemption.not-a-picture" },
        { Changed(Png, 200), "redemption.not-a-picture" },
        { WithPixels("no pixels at all"u8.ToArray()), "redemption.not-a-picture" },
        { WithPixels(Packed(100)), "redemption.not-a-picture" },
        { Jpeg[..^(2 + "<script>".Length)], "redemption.not-a-picture" },
        { [.. Jpeg[..35], 0xFF, 0xD9], "redemption.not-a-picture" },
        { [0xFF, 0xD8, 0xFF, 0xDA, 0, 2, 0xFF, 0xD9], "redemption.not-a-picture" },
        { new byte[PictureFile.LargestFile + 1], "redemption.picture-too-large" },
        { Wide(), "redemption.picture-too-large" },
    };

    [Theory, MemberData(nameof(NoPictures))]
    public async Task What_is_no_picture_or_too_large_is_refused(byte[] file, string code)
    {
        var reward = await RewardAsync();

        (await shop.RefusalOf(new SetRewardPicture.Input(reward) { Content = file })).ShouldBe(code);

        (await shop.RefusalOf(new ReadRewardPicture.Input(reward))).ShouldBe("redemption.picture-not-found");
    }

    [Fact]
    public async Task A_picture_is_taken_away_and_another_brand_never_had_it()
    {
        var reward = await RewardAsync();
        await SetAsync(reward, Png);

        (await shop.RefusalOf(new ReadRewardPicture.Input(reward), Shop.Shop.Pharmacy)).ShouldBe("redemption.picture-not-found");
        await shop.Do(new RemoveRewardPicture.Input(reward));

        (await shop.RefusalOf(new ReadRewardPicture.Input(reward))).ShouldBe("redemption.picture-not-found");
    }

    private Task<SetRewardPicture.Result> SetAsync(string reward, byte[] file) =>
        shop.Do(new SetRewardPicture.Input(reward) { Content = file });

    private async Task<string> RewardAsync() => (await shop.Do(new EditReward.Input(Rewards.Code(), Rewards.Goods(10)))).Reward;

    private static byte[] Chunk(string name, ReadOnlySpan<byte> content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. content];
        var chunk = new byte[named.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        named.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), PngChecksum.Of(named));
        return chunk;
    }

    /// <summary>One bit is not as it was written.</summary>
    private static byte[] Changed(byte[] file, int at)
    {
        byte[] changed = [.. file];
        changed[at] ^= 1;
        return changed;
    }

    /// <summary>Every checksum is right, and what is packed is something else.</summary>
    private static byte[] WithPixels(byte[] packed) => [.. Png[..33], .. Chunk("IDAT", packed), .. Chunk("IEND", [])];

    private static byte[] Packed(int bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(new byte[bytes]);
        return packed.ToArray();
    }

    /// <summary>One that says it is 65,536 pixels wide.</summary>
    private static byte[] Wide()
    {
        byte[] head = [.. Png[16..29]];
        head[1] = 1;
        return [.. Png[..8], .. Chunk("IHDR", head), .. Png[33..]];
    }
}

using QRCoder;

namespace RetailMember.Pages.Display;

/// <summary>A QR code as a PNG image in a data address.</summary>
public static class QrImage
{
    private const int PixelsPerModule = 5;

    /// <summary>An address for the <c>src</c> of an image; the class <c>qr</c> keeps it black on white.</summary>
    public static string Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var image = new PngByteQRCode(data);
        return "data:image/png;base64," + Convert.ToBase64String(image.GetGraphic(PixelsPerModule));
    }
}

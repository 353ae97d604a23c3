using MethodCenter.Application.Common.Papers;
using QRCoder;

namespace MethodCenter.Infrastructure.Papers;

/// <inheritdoc cref="IQrCodes"/>
internal sealed class QrCodes : IQrCodes
{
    private const int PixelsPerModule = 8;

    public byte[] Draw(string text)
    {
        // Papers get folded and stained: a quarter of the code may be lost.
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.Q);
        using var code = new PngByteQRCode(data);
        return code.GetGraphic(PixelsPerModule);
    }
}

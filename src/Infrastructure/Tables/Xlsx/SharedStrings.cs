using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Infrastructure.Tables.Xlsx;

/// <summary>The texts that cells refer to by number.</summary>
internal sealed class SharedStrings
{
    private readonly List<string?> _texts = [];

    /// <summary>The text; null when it is longer than a cell may hold.</summary>
    /// <exception cref="TableFileException">There is no such text.</exception>
    public string? this[int index] =>
        index >= 0 && index < _texts.Count ? _texts[index] : throw new TableFileException(TableErrors.Damaged, null);

    public static SharedStrings Read(XmlScanner? part, TableLimits limits)
    {
        var strings = new SharedStrings();
        if (part is null)
        {
            return strings;
        }

        using (part)
        {
            strings.Fill(part, limits);
        }

        return strings;
    }

    private void Fill(XmlScanner part, TableLimits limits)
    {
        var total = 0L;
        var text = new XmlText(limits.CellText);
        bool wanted = false,
            phonetic = false;
        XmlPiece piece;
        while ((piece = part.Read()) != XmlPiece.End)
        {
            if (piece == XmlPiece.Text)
            {
                if (wanted)
                {
                    text.Append(part.Text);
                }

                continue;
            }

            var opens = piece == XmlPiece.Open && !part.IsSelfClosing;
            if (part.Name.SequenceEqual("t"u8))
            {
                wanted = opens && !phonetic;
            }
            else if (part.Name.SequenceEqual("rPh"u8))
            {
                phonetic = opens; // how Japanese is read aloud
            }
            else if (part.Name.SequenceEqual("si"u8) && !opens)
            {
                total += Add(text);
                if (total > limits.SharedText || _texts.Count > limits.SharedStrings)
                {
                    throw new TableFileException(TableErrors.TooMuchText(limits.SharedText), null);
                }
            }
        }
    }

    private int Add(XmlText text)
    {
        var tooLong = text.IsTooLong;
        var value = text.Finish();
        _texts.Add(tooLong ? null : value.ToString());
        return value.Length;
    }
}

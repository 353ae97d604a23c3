using System.Buffers.Binary;
using System.Text;
using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Infrastructure.Tables.Xlsx;

/// <summary>Looks at a file before it is opened as an archive.</summary>
internal static class ZipGuard
{
    private const int EndRecord = 22;
    private const int LargeEndRecord = 56;
    private const int Locator = 20;
    private const int DirectoryRecord = 46;
    private const int LongestComment = 65_535;

    /// <summary>
    /// Refuses what is not an archive, and one with too many files: the library would make an object of each before
    /// anybody could count them.
    /// </summary>
    /// <exception cref="TableFileException">It should not be opened.</exception>
    public static void Check(Stream content, int mostEntries)
    {
        var beginning = new byte[4];
        content.Position = 0;
        var kind = beginning.AsSpan(0, content.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false));
        if (FileKinds.IsOle(kind))
        {
            throw new TableFileException(
                Contains(content, Encoding.Unicode.GetBytes("EncryptedPackage"))
                    ? TableErrors.Encrypted
                    : TableErrors.OldExcel,
                null
            );
        }

        if (!FileKinds.IsZip(kind))
        {
            throw new TableFileException(TableErrors.NotExcel, null);
        }

        CountEntries(content, mostEntries);
    }

    private static void CountEntries(Stream content, int most)
    {
        var tail = new byte[(int)Math.Min(content.Length, EndRecord + LongestComment)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (end < 0 || tail.Length - end < EndRecord)
        {
            throw new TableFileException(TableErrors.Damaged, null); // the file breaks off
        }

        var position = (long)BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        if (position == uint.MaxValue)
        {
            position = LargeDirectory(content, tail.AsSpan(0, end));
        }

        var record = new byte[DirectoryRecord];
        for (var count = 0; position <= content.Length - DirectoryRecord; count++)
        {
            content.Position = position;
            content.ReadExactly(record);
            if (!record.AsSpan().StartsWith("PK\x01\x02"u8))
            {
                return;
            }

            if (count == most)
            {
                throw new TableFileException(TableErrors.TooManyEntries(most), null);
            }

            position +=
                DirectoryRecord
                + BinaryPrimitives.ReadUInt16LittleEndian(record.AsSpan(28))
                + BinaryPrimitives.ReadUInt16LittleEndian(record.AsSpan(30))
                + BinaryPrimitives.ReadUInt16LittleEndian(record.AsSpan(32));
        }
    }

    /// <summary>Where the directory begins, as the records of ZIP64 in front of the end record have it.</summary>
    private static long LargeDirectory(Stream content, ReadOnlySpan<byte> beforeEnd)
    {
        var locator = beforeEnd.LastIndexOf("PK\x06\x07"u8);
        var record = new byte[LargeEndRecord];
        if (locator >= 0 && beforeEnd.Length - locator >= Locator)
        {
            var position = BinaryPrimitives.ReadInt64LittleEndian(beforeEnd[(locator + 8)..]);
            if (position >= 0 && position <= content.Length - LargeEndRecord)
            {
                content.Position = position;
                content.ReadExactly(record);
                if (BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(48)) is >= 0 and var directory)
                {
                    return directory;
                }
            }
        }

        throw new TableFileException(TableErrors.Damaged, null);
    }

    private static bool Contains(Stream content, ReadOnlySpan<byte> wanted)
    {
        var window = new byte[64 * 1024];
        var kept = 0;
        content.Position = 0;
        while (content.Read(window, kept, window.Length - kept) is > 0 and var read)
        {
            var length = kept + read;
            if (window.AsSpan(0, length).IndexOf(wanted) >= 0)
            {
                return true;
            }

            kept = Math.Min(length, wanted.Length - 1);
            window.AsSpan(length - kept, kept).CopyTo(window);
        }

        return false;
    }
}

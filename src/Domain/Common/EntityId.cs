using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MethodCenter.Domain.Common;

/// <summary>Makes the ids of all entities: UUID version 7 (RFC 9562), so rows of one time lie together.</summary>
/// <remarks>
/// Within a millisecond the twelve bits behind the time are counted on (RFC 9562, 6.2, method 1): ids of one process rise.
/// Ids are made in the domain, never by a database: an object is whole before it is saved, and a script may be
/// replayed against three databases. Sample data and tests take a <see cref="Seeded"/> run, whose ids repeat.
/// </remarks>
public static class EntityId
{
    private const int CountBits = 12;
    private static readonly AsyncLocal<Sequence?> Ambient = new();

    // The last instant used and, below it, a count within its millisecond: 48 and 12 bits, as they stand in the id.
    private static long _last;

    /// <summary>A new id, greater than every one that this process has made before: «the earlier id» is the older row.</summary>
    public static Guid New() => Ambient.Value?.Next() ?? Next(TimeProvider.System.GetUtcNow());

    private static Guid Next(DateTimeOffset now)
    {
        long last,
            next;
        do
        {
            last = Volatile.Read(ref _last);
            next = Math.Max(last + 1, now.ToUnixTimeMilliseconds() << CountBits);
        } while (Interlocked.CompareExchange(ref _last, next, last) != last);

        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes[8..]);
        BinaryPrimitives.WriteInt64BigEndian(
            bytes,
            ((next >> CountBits) << 16) | 0x7000 | (next & ((1 << CountBits) - 1))
        );
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Until disposed, ids made on this flow follow from the seed and the day alone.</summary>
    public static IDisposable Seeded(DateTimeOffset day, int seed)
    {
        var previous = Ambient.Value;
        var sequence = new Sequence(day.ToUnixTimeMilliseconds(), seed, () => Ambient.Value = previous);
        Ambient.Value = sequence;
        return sequence;
    }

    private sealed class Sequence(long firstMillisecond, int seed, Action restore) : IDisposable
    {
        private int _count;

        public Guid Next()
        {
            var number = Interlocked.Increment(ref _count);
            Span<byte> bytes = stackalloc byte[16];
            BinaryPrimitives.WriteInt64BigEndian(bytes, (firstMillisecond + number) << 16);
            bytes[6] = 0x70;
            bytes[7] = 0x00;
            BinaryPrimitives.WriteInt32BigEndian(bytes[8..], seed);
            bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
            BinaryPrimitives.WriteInt32BigEndian(bytes[12..], number);
            return new Guid(bytes, bigEndian: true);
        }

        public void Dispose() => restore();
    }
}

namespace MethodCenter.Infrastructure.Persistence.Providers;

/// <summary>What keeps a database from working until somebody does something about it.</summary>
public enum DatabaseFault
{
    /// <summary>Its disk, or the room it may take, is full: what is there can be read.</summary>
    Full,

    /// <summary>It may be read and not written.</summary>
    ReadOnly,

    /// <summary>Its file is damaged, gone, or cannot be read.</summary>
    Damaged,
}

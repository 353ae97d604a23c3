namespace MethodCenter.Infrastructure.Persistence.Providers;

/// <summary>What keeps a database from working until somebody does something about it.</summary>
public enum DatabaseFault
{
    /// <summary>Its disk, or the room it may take, is full: what is there can be read.</summary>
    Full,

    /// <summary>It may be read and not written.</summary>
    ReadOnly,

    /// <summary>It is a copy that follows another server and may be read only, until it is promoted: that may be soon.</summary>
    Standby,

    /// <summary>Its file is damaged, gone, or cannot be read.</summary>
    Damaged,
}

using Microsoft.CodeAnalysis;

namespace MethodCenter.Mutants;

/// <summary>How a refusal is deleted.</summary>
internal enum Deletion
{
    /// <summary>The condition that leads to it is never true.</summary>
    Never,

    /// <summary>The condition whose «else» it is, is always true.</summary>
    Always,

    /// <summary>The arm or the case that it stands in is never chosen.</summary>
    NoArm,

    /// <summary>The statement is left out.</summary>
    NoStatement,

    /// <summary>What another method refuses is taken for no refusal.</summary>
    NotPassedOn,

    /// <summary>
    /// The refusal gives another reason. Where the guard also proves a value for the code that follows, the code would not
    /// compile without it; where the refusal is the last word of a method, there is no condition to take away.
    /// </summary>
    OtherReason,
}

/// <summary>A refusal of the domain and the mutant without it.</summary>
/// <param name="Number">From 1, in the order of the files.</param>
/// <param name="Name">Where it stands and what it says; does not change when lines are added above.</param>
/// <param name="Line">The file and its line.</param>
/// <param name="Deletion">How it is deleted.</param>
/// <param name="Target">The node that the mutant changes.</param>
internal sealed record Refusal(int Number, string Name, string Line, Deletion Deletion, SyntaxNode Target);

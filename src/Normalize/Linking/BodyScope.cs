namespace Gouji.Normalize.Linking;

/// <summary>Whose figures a disclosure holds (口径). A department with its units and the body by itself are never compared.</summary>
public enum BodyScope
{
    /// <summary>The document says neither, or both as in 部门（单位）.</summary>
    NotStated,

    /// <summary>部门, 汇总: the department with its units.</summary>
    Department,

    /// <summary>单位, 本级: the body by itself.</summary>
    Unit,
}

using System.Collections.Immutable;
using Gigatrace.Claims;

namespace Gigatrace.Ledger;

/// <summary>Who owned a company or plant from when to when.</summary>
/// <param name="Share">Percent; null where the owner is a parent or acquirer and no text gives a share.</param>
/// <param name="From">Since when; <c>[..2016-05]</c> where it was so at that time at the latest. Null where nothing says when.</param>
/// <param name="To">Until when; null where it holds.</param>
/// <param name="By">The predicate it follows from: <c>parent</c>, <c>acquired</c> or <c>stake</c>.</param>
/// <param name="Claims">Who says so, best first; never empty.</param>
public sealed record Owned(string Of, string Owner, ClaimValue? Share, When? From, When? To, string By, ImmutableArray<string> Claims);

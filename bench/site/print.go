package main

import (
	"fmt"
	"io"
	"slices"
	"time"
)

// median of a list; of an even number the lower of the two in the middle.
func median[T int | int64 | time.Duration | float64](list []T) T {
	sorted := slices.Sorted(slices.Values(list))
	return sorted[(len(sorted)-1)/2]
}

// of takes one figure out of every round.
func of[T any](rounds [][]cost, figure func([]cost) T) []T {
	list := make([]T, len(rounds))
	for i, r := range rounds {
		list[i] = figure(r)
	}
	return list
}

func printWhole(w io.Writer, contenders []contender, rounds [][]cost) {
	fmt.Fprint(w, "| | wall s | CPU s | peak MiB of the largest process | files | MB |\n|---|---|---|---|---|---|\n")
	for n, c := range contenders {
		wall := median(of(rounds, func(r []cost) time.Duration { return r[n].wall }))
		cpu := median(of(rounds, func(r []cost) time.Duration { return r[n].cpu }))
		peak := median(of(rounds, func(r []cost) int64 { return r[n].peak }))
		last := rounds[len(rounds)-1][n]
		fmt.Fprintf(w, "| %s | %.1f | %.1f | %d | %d | %.1f |\n", c.name, wall.Seconds(), cpu.Seconds(), peak>>20, last.files, float64(last.bytes)/1e6)
	}
	ratio := func(a, b func([]cost) time.Duration) float64 {
		return median(of(rounds, func(r []cost) float64 { return float64(a(r)) / float64(b(r)) }))
	}
	cpu := func(n int) func([]cost) time.Duration { return func(r []cost) time.Duration { return r[n].cpu } }
	wall := func(n int) func([]cost) time.Duration { return func(r []cost) time.Duration { return r[n].wall } }
	bare := func(r []cost) time.Duration { return r[floorWhole].cpu - r[floorRead].cpu }
	fmt.Fprint(w, "\n| elinde over | CPU | wall |\n|---|---|---|\n")
	fmt.Fprintf(w, "| the floor | %.2f | %.2f |\n", ratio(cpu(elinde), cpu(floorWhole)), ratio(wall(elinde), wall(floorWhole)))
	fmt.Fprintf(w, "| the floor without reading the records | %.2f | |\n", ratio(cpu(elinde), bare))
	fmt.Fprintf(w, "| plain Hugo | %.2f | %.2f |\n", ratio(cpu(elinde), cpu(plainHugo)), ratio(wall(elinde), wall(plainHugo)))
	fmt.Fprintf(w, "| the floor, of the pages alone | %.2f | %.2f |\n", ratio(cpu(pagesOnly), cpu(floorWhole)), ratio(wall(pagesOnly), wall(floorWhole)))
	fmt.Fprintf(w, "| plain Hugo, of the pages alone | %.2f | %.2f |\n", ratio(cpu(pagesOnly), cpu(plainHugo)), ratio(wall(pagesOnly), wall(plainHugo)))
}

func printSame(w io.Writer, same, all int) {
	fmt.Fprintf(w, "\nOf %d pages the floor wrote %d byte for byte as elinde did.\n", all, same)
}

func printChanged(w io.Writer, costs []cost) {
	fmt.Fprint(w, "\n| three changed services | wall s | CPU s | peak MiB |\n|---|---|---|---|\n")
	for i, c := range costs {
		name := fmt.Sprintf("build %d", i+2)
		if i == 0 {
			name += " (copies the tree for the first time)"
		}
		fmt.Fprintf(w, "| %s | %.2f | %.2f | %d |\n", name, c.wall.Seconds(), c.cpu.Seconds(), c.peak>>20)
	}
	fmt.Fprint(w, "\nThe tree then was byte for byte that of a whole build into another folder.\n")
}
